import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { z } from 'zod'

/** A confidence interval, with the level it holds at and the method that made it. */
export const Interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number().gt(0).lt(1),
  method: z.enum(['wilson', 'exact-poisson', 'byar', 'dobson', 'profile-likelihood', 'large-sample']),
})
export type Interval = z.infer<typeof Interval>

/** From this count on English public health uses Byar's approximation; below it the exact limits. */
const byarFrom = 10

/**
 * The Wilson score interval of a proportion, as proportions between 0 and 1. The English public health standard.
 * Throws a RangeError unless 0 ≤ count ≤ denominator and denominator > 0.
 */
export function wilson(count: number, denominator: number, level = 0.95): Interval {
  requireCount(count)
  if (!Number.isInteger(denominator) || denominator < 1 || count > denominator) {
    throw new RangeError('a proportion needs a count between 0 and a denominator of 1 or more')
  }
  const z = standardScore(level)
  const share = count / denominator
  const centre = share + z ** 2 / (2 * denominator)
  const spread = z * Math.sqrt((share * (1 - share)) / denominator + z ** 2 / (4 * denominator ** 2))
  const scale = 1 + z ** 2 / denominator
  return {
    low: count === 0 ? 0 : (centre - spread) / scale,
    high: count === denominator ? 1 : (centre + spread) / scale,
    level,
    method: 'wilson',
  }
}

/** Exact (chi-square) limits of a Poisson count. Throws a RangeError unless the count is whole and 0 or more. */
export function exactPoisson(count: number, level = 0.95): Interval {
  requireCount(count)
  const tail = tailOf(level)
  return {
    low: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
    high: chiSquareQuantile(1 - tail, 2 * (count + 1)) / 2,
    level,
    method: 'exact-poisson',
  }
}

/** Byar's limits of a Poisson count. Throws a RangeError unless the count is whole and 1 or more. */
export function byar(count: number, level = 0.95): Interval {
  requireCount(count)
  if (count === 0) throw new RangeError("Byar's method needs a count of 1 or more")
  const z = standardScore(level)
  const above = count + 1
  return {
    low: count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    high: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
    level,
    method: 'byar',
  }
}

/** The limits of a count by the English public health standard: exact below 10, Byar's from 10. */
export function countInterval(count: number, level = 0.95): Interval {
  return count < byarFrom ? exactPoisson(count, level) : byar(count, level)
}

/**
 * The interval of an estimate that is near enough normal in large samples: so many standard errors to both sides, cut off
 * where the figure cannot lie. Throws a RangeError for a standard error that is not positive.
 */
export function largeSample(
  estimate: number,
  error: number,
  bounds: Readonly<{ least: number; most: number }>,
  level = 0.95,
): Interval {
  if (!(error > 0) || !Number.isFinite(error)) throw new RangeError('a standard error is a positive number')
  const spread = standardScore(level) * error
  return {
    low: Math.max(bounds.least, estimate - spread),
    high: Math.min(bounds.most, estimate + spread),
    level,
    method: 'large-sample',
  }
}

function requireCount(count: number): void {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('a count is a whole number of 0 or more')
}

function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1')
  return (1 - level) / 2
}

function standardScore(level: number): number {
  return normalQuantile(1 - tailOf(level), 0, 1)
}
