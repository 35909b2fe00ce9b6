import { type Comparison, NOT_COMPARED } from './comparison.ts'

/**
 * What agreement is worth (Fellegi and Sunter 1969): per aspect and level, how often two records of one person reach
 * it and how often two records of different people do; and which share of all pairs are of one person.
 */
export type Model = {
  readonly same: readonly (readonly number[])[]
  readonly different: readonly (readonly number[])[]
  readonly share: number
}

/** How often each value of each aspect occurs, as a share of the records that give one. */
export type TermShares = readonly ReadonlyMap<string, number>[]

/** @param entities which entity each record is of, as far as known: repeats of one do not make its name common */
export function termSharesOf(
  terms: readonly (readonly (string | null)[])[],
  entities: readonly number[] = terms.map((_, index) => index),
): TermShares {
  const aspects = terms[0]?.length ?? 0
  return Array.from({ length: aspects }, (_, aspect) => {
    const holders = new Map<string, Set<number>>()
    const given = new Set<number>()
    terms.forEach((row, record) => {
      const term = row[aspect]
      const entity = entities[record] ?? record
      if (term === null || term === undefined) return
      given.add(entity)
      const known = holders.get(term)
      if (known === undefined) holders.set(term, new Set([entity]))
      else known.add(entity)
    })
    return new Map([...holders].map(([term, of]) => [term, of.size / given.size]))
  })
}

/** The logarithm of the odds that two records are of one person, from the levels they reach. */
export function logOdds(
  model: Model,
  levels: readonly number[],
  shares?: { readonly of: TermShares; readonly terms: readonly (string | null)[] },
): number {
  let sum = Math.log(model.share / (1 - model.share))
  levels.forEach((level, aspect) => {
    if (level === NOT_COMPARED) return
    const same = model.same[aspect]?.[level] ?? 1
    const different = model.different[aspect]?.[level] ?? 1
    const term = level === 0 ? shares?.terms[aspect] : null
    const rarity = term === null || term === undefined ? undefined : shares?.of[aspect]?.get(term)
    sum += Math.log(same / (rarity ?? different))
  })
  return sum
}

export function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

/** Levels of many pairs, one row of `width` after another: objects would not fit the caches. */
export type LevelRows = { readonly width: number; readonly levels: Int8Array }

export function levelRows<Kept>(
  comparison: Comparison<Kept>,
  records: readonly Kept[],
  pairs: Uint32Array,
): LevelRows {
  const width = comparison.aspects.length
  const levels = new Int8Array((pairs.length / 2) * width)
  for (let pair = 0; pair < pairs.length / 2; pair += 1) {
    const one = records[pairs[2 * pair] ?? 0]
    const other = records[pairs[2 * pair + 1] ?? 0]
    if (one === undefined || other === undefined) continue
    levels.set(comparison.compare(one, other), pair * width)
  }
  return { width, levels }
}
