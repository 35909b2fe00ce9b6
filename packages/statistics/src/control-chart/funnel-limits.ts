import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { type ControlLimits, controlLimits, countDistribution, funnelLevels } from '../case-mix/funnel.ts'

/** How limits were found: from the distribution of the count itself, or from the normal one that is near it. */
export type FunnelMethod = 'exact' | 'normal'

/** The limits of one area by how many it has, as shares or as events per person, the inner level first. */
export type FunnelLimits = Readonly<{ method: FunnelMethod; limits: readonly ControlLimits[] }>

/** From so many expected on, on either side, a normal distribution is near enough for limits. */
const normalFrom = 100

/**
 * Limits of a share around the share of all, for an area with this denominator. Where fewer than 100 are expected on either side:
 * the inverse test by the binomial distribution, interpolated (Spiegelhalter 2005, A.1.1, both ends alike). Above, or when asked
 * for: share ± z √(share (1 − share) / n), cut off at 0 and 1 (Spiegelhalter 2005, 2.2; what Fingertips draws).
 * @throws RangeError unless the share lies between 0 and 1 and the denominator is a whole number of 1 or more
 */
export function proportionFunnel(
  share: number,
  denominator: number,
  asked?: FunnelMethod,
  levels: readonly number[] = funnelLevels,
): FunnelLimits {
  if (!(share > 0 && share < 1)) throw new RangeError('a funnel needs a share between 0 and 1')
  if (!Number.isInteger(denominator) || denominator < 1) throw new RangeError('a funnel needs a denominator')
  const fewest = denominator * Math.min(share, 1 - share)
  const method = asked ?? (fewest < normalFrom ? 'exact' : 'normal')
  if (method === 'normal') {
    const error = Math.sqrt((share * (1 - share)) / denominator)
    return { method, limits: levels.map((level) => normalLimits(share, error, level, 1)) }
  }
  const distribution = countDistribution([{ reviews: denominator, chance: share }])
  return { method, limits: levels.map((level) => scaled(controlLimits(distribution, level), denominator)) }
}

/**
 * Limits of a rate around the rate of all, for an area with so many people (or births). Where fewer than 100 are expected: the inverse
 * test by the Poisson distribution, interpolated as for shares. Above, or when asked for: rate ± z √(rate / n), not below 0.
 * @throws RangeError unless the rate and the number of people are positive
 */
export function rateFunnel(
  rate: number,
  people: number,
  asked?: FunnelMethod,
  levels: readonly number[] = funnelLevels,
): FunnelLimits {
  if (!(rate > 0) || !(people > 0)) throw new RangeError('a funnel needs a rate and people')
  const expected = rate * people
  const method = asked ?? (expected < normalFrom ? 'exact' : 'normal')
  if (method === 'normal') {
    const error = Math.sqrt(rate / people)
    return {
      method,
      limits: levels.map((level) => normalLimits(rate, error, level, Number.POSITIVE_INFINITY)),
    }
  }
  const distribution = poissonChances(expected)
  return { method, limits: levels.map((level) => scaled(controlLimits(distribution, level), people)) }
}

/** The chance of each count from 0 up to one that is out of all reach. */
export function poissonChances(mean: number): Float64Array {
  const most = Math.ceil(mean + 20 * Math.sqrt(mean) + 40)
  const chances = new Float64Array(most + 1)
  let logChance = -mean
  for (let count = 0; count <= most; count += 1) {
    chances[count] = Math.exp(logChance)
    logChance += Math.log(mean) - Math.log(count + 1)
  }
  return chances
}

function normalLimits(centre: number, error: number, level: number, most: number): ControlLimits {
  const spread = normalQuantile((1 + level) / 2, 0, 1) * error
  return { level, low: Math.max(0, centre - spread), high: Math.min(most, centre + spread) }
}

function scaled({ level, low, high }: ControlLimits, by: number): ControlLimits {
  return { level, low: low / by, high: high / by }
}
