import { z } from 'zod'

/** Between what counts chance alone leaves a level's share of the areas, not whole numbers since they are interpolated. */
export const ControlLimits = z.strictObject({
  level: z.number().gt(0).lt(1),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
})
export type ControlLimits = z.infer<typeof ControlLimits>

/** The usual limits of a funnel: two and three standard deviations, near enough (Spiegelhalter 2005). */
export const funnelLevels = [0.95, 0.998] as const

/**
 * The chance of each number of reviews with modifiable factors, from 0 up, when each stratum's reviews have them with that
 * stratum's chance: the exact distribution of a sum of unlike binomials, added review by review. Not Poisson, which is far too
 * wide where half of all reviews have them.
 * @throws RangeError for a chance that is none
 */
export function countDistribution(
  strata: Iterable<Readonly<{ reviews: number; chance: number }>>,
): Float64Array {
  const each = [...strata]
  if (each.some(({ chance }) => !(chance >= 0 && chance <= 1)))
    throw new RangeError('a chance lies between 0 and 1')
  const total = each.reduce((sum, { reviews }) => sum + reviews, 0)
  const chances = new Float64Array(total + 1)
  chances[0] = 1
  let added = 0
  for (const { reviews, chance } of each) {
    for (let review = 0; review < reviews; review += 1) {
      added += 1
      for (let count = added; count >= 0; count -= 1) {
        const before = count === 0 ? 0 : (chances[count - 1] ?? 0)
        chances[count] = (chances[count] ?? 0) * (1 - chance) + before * chance
      }
    }
  }
  return chances
}

/**
 * The limits of a count by its distribution, interpolated as Spiegelhalter (2005, appendix A.1.1) has it: the lower is r − α,
 * where r is the first count with P(R ≤ r) ≥ p, and α = (P(R ≤ r) − p) / P(R = r). The upper is the same counted from the other
 * end, so that chance alone leaves no more than the level says outside; his own leaves a little more above than below.
 */
export function controlLimits(distribution: Float64Array, level: number): ControlLimits {
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1')
  const tail = (1 - level) / 2
  const greatest = distribution.length - 1
  return {
    level,
    low: limitAt(distribution, tail),
    high: greatest - limitAt(distribution.toReversed(), tail),
  }
}

function limitAt(distribution: Float64Array, tail: number): number {
  let below = 0
  for (const [count, chance] of distribution.entries()) {
    const upTo = below + chance
    if (upTo >= tail) return Math.max(0, count - (upTo - tail) / chance)
    below = upTo
  }
  throw new RangeError('chances add up to 1')
}

/** A point of the curves of a funnel: the limits as ratios to what is expected. */
export type FunnelPoint = Readonly<{ reviews: number; expected: number; limits: readonly ControlLimits[] }>

/**
 * The curves of a funnel by expected number, for areas whose reviews all have the share of all reviews: binomial limits of each
 * number of reviews, divided by what is expected. An area's own limits, by its own mix, are a little narrower: they decide.
 * @throws RangeError unless the share lies between 0 and 1 and the numbers of reviews are 1 or more
 */
export function funnelCurve(share: number, reviewCounts: readonly number[]): FunnelPoint[] {
  if (!(share > 0 && share < 1)) throw new RangeError('a funnel needs a share between 0 and 1')
  return reviewCounts.map((reviews) => {
    if (!Number.isInteger(reviews) || reviews < 1) throw new RangeError('a funnel needs reviews')
    const expected = reviews * share
    const distribution = countDistribution([{ reviews, chance: share }])
    const limits = funnelLevels.map((level) => {
      const { low, high } = controlLimits(distribution, level)
      return { level, low: low / expected, high: high / expected }
    })
    return { reviews, expected, limits }
  })
}
