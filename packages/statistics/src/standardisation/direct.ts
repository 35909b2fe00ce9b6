import { z } from 'zod'
import { countInterval, Interval } from '../interval/interval.ts'

/** One stratum, an age band above all: its deaths, the children at risk, and the standard population's share of it. */
export type StandardStratum = Readonly<{ count: number; population: number; standard: number }>

const madeOf = { count: z.int().nonnegative(), per: z.number().positive() }

/** A directly standardised rate, or why there is none. */
export const StandardisedRate = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('standardised-rate'),
    ...madeOf,
    rate: z.number().nonnegative(),
    interval: Interval,
    reliability: z.enum(['reliable', 'unreliable']),
  }),
  z.strictObject({ kind: z.literal('no-rate'), ...madeOf, reason: z.literal('fewer-than-10') }),
])
export type StandardisedRate = z.infer<typeof StandardisedRate>

const fewestForStandardised = 10
const fewestForReliable = 20

/**
 * The rate an area would have, had it the standard population: Σ wi Oi / ni over Σ wi, with the limits of Dobson, Kuulasmaa, Eberle
 * and Scherer (1991): rate + √(v / O) (limit of O − O), v = Σ wi² Oi / ni² over (Σ wi)², and the limits of O by Byar's method. The
 * English public health standard (APHO Technical Briefing 3, 2008); none below 10 deaths and unreliable below 20, by the rule
 * of the Office for National Statistics.
 * @throws RangeError for counts that are none, for populations that are not positive, and without strata
 */
export function directlyStandardised(
  strata: readonly StandardStratum[],
  per: number,
  level = 0.95,
): StandardisedRate {
  const sound = strata.every(
    ({ count, population, standard }) =>
      Number.isInteger(count) && count >= 0 && population > 0 && standard >= 0 && Number.isFinite(standard),
  )
  const weights = strata.reduce((sum, { standard }) => sum + standard, 0)
  if (!sound || !(weights > 0) || !(per > 0)) throw new RangeError('every stratum needs a population')
  const count = strata.reduce((sum, stratum) => sum + stratum.count, 0)
  if (count < fewestForStandardised) return { kind: 'no-rate', count, per, reason: 'fewer-than-10' }
  let rate = 0
  let variance = 0
  for (const stratum of strata) {
    const weight = stratum.standard / weights / stratum.population
    rate += weight * stratum.count
    variance += weight ** 2 * stratum.count
  }
  const limits = countInterval(count, level)
  const scale = Math.sqrt(variance / count)
  return {
    kind: 'standardised-rate',
    count,
    per,
    rate: rate * per,
    interval: {
      low: per * (rate + scale * (limits.low - count)),
      high: per * (rate + scale * (limits.high - count)),
      level,
      method: 'dobson',
    },
    reliability: count < fewestForReliable ? 'unreliable' : 'reliable',
  }
}
