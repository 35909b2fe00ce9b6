import { candidatePairs } from './candidates.ts'
import type { Comparison } from './comparison.ts'
import { entitiesOf, type Scored } from './entities.ts'
import { estimate } from './estimate.ts'
import { levelRows, logOdds, type Model, probabilityOf, termSharesOf } from './model.ts'

/** Random pairs from which is learnt what chance agreement looks like: so many a record, and never more than the most. */
const RANDOM_PER_RECORD = 40
const MOST_RANDOM = 100_000

export type Linked = {
  /** For each record the number of its person. */
  readonly entities: readonly number[]
  /** Every pair compared that is likelier than not, or was put together, with its probability. */
  readonly pairs: readonly { one: number; other: number; probability: number }[]
  readonly model: Model
  readonly compared: number
}

/** A fixed sequence of pairs spread over all of them: the same records always give the same answer. */
function spreadPairs(records: number, wanted: number): Uint32Array {
  const all = (records * (records - 1)) / 2
  const count = Math.min(wanted, all)
  const pairs = new Uint32Array(2 * count)
  let state = 0x9e3779b9
  const next = (below: number) => {
    // Xorshift (Marsaglia 2003): no clock and no chance, and good enough to spread.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
  for (let pair = 0; pair < count; pair += 1) {
    const one = next(records)
    const step = 1 + next(records - 1)
    pairs[2 * pair] = one
    pairs[2 * pair + 1] = (one + step) % records
  }
  return pairs
}

/**
 * Finds which records are of one person, knowing nothing but how they are compared: candidates by shared rare clues,
 * worth of agreement by expectation-maximisation, rarity of shared values, then groups that hold together. The rarity of
 * values is counted twice: over records, then over the people found, so that repeats do not make a name common.
 */
export function linkRecords<Kept>(comparison: Comparison<Kept>, records: readonly Kept[]): Linked {
  const count = records.length
  if (count < 2) {
    return {
      entities: records.map((_, at) => at),
      pairs: [],
      model: { same: [], different: [], share: 0 },
      compared: 0,
    }
  }
  const candidates = candidatePairs(records.map((record) => comparison.cluesOf(record)))
  const rows = levelRows(comparison, records, candidates)
  const model = estimate({
    aspects: comparison.aspects,
    candidates: rows,
    random: levelRows(
      comparison,
      records,
      spreadPairs(count, Math.min(count * RANDOM_PER_RECORD, MOST_RANDOM)),
    ),
    pairs: (count * (count - 1)) / 2,
    records: count,
  })
  const terms = records.map((record) => comparison.termsOf(record))
  let entities: readonly number[] = records.map((_, at) => at)
  let scored: readonly Scored[] = []
  for (let turn = 0; turn < 2; turn += 1) {
    const of = termSharesOf(terms, entities)
    const oddsBetween = (one: number, levels: readonly number[]) =>
      logOdds(model, levels, { of, terms: terms[one] ?? [] })
    scored = Array.from({ length: candidates.length / 2 }, (_, pair) => {
      const [one, other] = [candidates[2 * pair] ?? 0, candidates[2 * pair + 1] ?? 0]
      const levels = Array.from(rows.levels.subarray(pair * rows.width, (pair + 1) * rows.width))
      return { one, other, odds: oddsBetween(one, levels) }
    })
    const known = new Map(scored.map(({ one, other, odds }) => [one * count + other, odds]))
    const oddsOf = (one: number, other: number): number => {
      const [low, high] = one < other ? [one, other] : [other, one]
      const before = known.get(low * count + high)
      if (before !== undefined) return before
      const [first, second] = [records[low], records[high]]
      if (first === undefined || second === undefined) throw new RangeError('no such record')
      const odds = oddsBetween(low, comparison.compare(first, second))
      known.set(low * count + high, odds)
      return odds
    }
    entities = entitiesOf(count, scored, oddsOf)
  }
  const pairs = scored
    .filter(({ one, other, odds }) => odds > 0 || entities[one] === entities[other])
    .map(({ one, other, odds }) => ({ one, other, probability: probabilityOf(odds) }))
  return { entities, pairs, model, compared: candidates.length / 2 }
}
