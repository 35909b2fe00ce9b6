/** A clue that more records share leads to nobody in particular. */
const WIDESPREAD = 400
/** Of the bits it takes to single out one record among all, the part that makes a pair worth a comparison. */
const WORTH = 0.75

type Shared = { readonly records: readonly number[]; readonly bits: number }

/** The clues that several records share, by number, and what sharing one tells. */
function sharedClues(clues: readonly (readonly (readonly string[])[])[]): ReadonlyMap<string, Shared> {
  const holders = new Map<string, number[]>()
  clues.forEach((groups, record) => {
    for (const clue of new Set(groups.flat())) {
      const known = holders.get(clue)
      if (known === undefined) holders.set(clue, [record])
      else known.push(record)
    }
  })
  const shared = new Map<string, Shared>()
  for (const [clue, records] of holders) {
    if (records.length < 2 || records.length > WIDESPREAD) continue
    shared.set(clue, { records, bits: Math.log2(clues.length / records.length) })
  }
  return shared
}

/**
 * Pairs worth comparing, as indexes one after another. What two records share counts by its rarity, in bits, the best
 * clue of each aspect: no single value need be right, only some of them.
 * @param clues of each record the clues of each aspect
 */
export function candidatePairs(clues: readonly (readonly (readonly string[])[])[]): Uint32Array {
  const count = clues.length
  const shared = sharedClues(clues)
  const enough = Math.log2(Math.max(count, 2)) * WORTH
  const bits = new Float64Array(count)
  const ofAspect = new Float64Array(count)
  const found: number[] = []
  clues.forEach((groups, record) => {
    const touched: number[] = []
    for (const group of groups) {
      const here: number[] = []
      for (const clue of group) {
        const known = shared.get(clue)
        if (known === undefined) continue
        for (const other of known.records) {
          if (other >= record) break
          if (ofAspect[other] === 0) here.push(other)
          if ((ofAspect[other] ?? 0) < known.bits) ofAspect[other] = known.bits
        }
      }
      for (const other of here) {
        if (bits[other] === 0) touched.push(other)
        bits[other] = (bits[other] ?? 0) + (ofAspect[other] ?? 0)
        ofAspect[other] = 0
      }
    }
    for (const other of touched) {
      if ((bits[other] ?? 0) >= enough) found.push(other, record)
      bits[other] = 0
    }
  })
  return Uint32Array.from(found)
}
