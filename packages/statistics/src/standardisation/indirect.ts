import { z } from 'zod'
import { countInterval, Interval } from '../interval/interval.ts'

/** One stratum: the area's deaths and children, and the deaths and children of the reference in it. */
export type ReferenceStratum = Readonly<{
  count: number
  population: number
  referenceCount: number
  referencePopulation: number
}>

const madeOf = { observed: z.int().nonnegative(), expected: z.number().positive() }

/** Observed over expected deaths, 1 where they are equal; or why there is none. */
export const StandardisedRatio = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('standardised-ratio'),
    ...madeOf,
    ratio: z.number().nonnegative(),
    interval: Interval,
    reliability: z.enum(['reliable', 'unreliable']),
  }),
  z.strictObject({ kind: z.literal('no-ratio'), ...madeOf, reason: z.literal('fewer-than-3') }),
])
export type StandardisedRatio = z.infer<typeof StandardisedRatio>

/**
 * Deaths to expect, had each stratum the rate it has in the reference: Σ ni Ri / Ni.
 * @throws RangeError where a reference population is not positive, or nothing is to be expected
 */
export function expectedDeaths(strata: readonly ReferenceStratum[]): number {
  const expected = strata.reduce((sum, { population, referenceCount, referencePopulation }) => {
    if (!(population >= 0 && referenceCount >= 0 && referencePopulation > 0)) {
      throw new RangeError('every stratum needs a reference population')
    }
    return sum + (population * referenceCount) / referencePopulation
  }, 0)
  if (!(expected > 0)) throw new RangeError('the reference expects no death')
  return expected
}

/**
 * The standardised mortality ratio O / E with the limits of O by the English public health standard (exact Poisson below 10,
 * Byar's from 10; Breslow and Day 1987, 2.3) divided by E, which is taken as known. No ratio below 3 deaths, unreliable below 20,
 * as for every rate. Shares of reviews are compared by `compareWithAll`, which knows that a share is not a rate.
 * @throws RangeError for a count that is none or an expectation that is not positive
 */
export function standardisedRatio(observed: number, expected: number, level = 0.95): StandardisedRatio {
  if (!Number.isInteger(observed) || observed < 0)
    throw new RangeError('a count is a whole number of 0 or more')
  if (!(expected > 0) || !Number.isFinite(expected)) throw new RangeError('a ratio needs an expectation')
  if (observed < 3) return { kind: 'no-ratio', observed, expected, reason: 'fewer-than-3' }
  const limits = countInterval(observed, level)
  return {
    kind: 'standardised-ratio',
    observed,
    expected,
    ratio: observed / expected,
    interval: { ...limits, low: limits.low / expected, high: limits.high / expected },
    reliability: observed < 20 ? 'unreliable' : 'reliable',
  }
}
