import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile'
import { z } from 'zod'
import { Interval } from '../interval/interval.ts'

/** How many deaths each of two lists holds, and how many are on both. */
export type TwoLists = { first: number; second: number; both: number }

/**
 * How many deaths there were in all, by two lists that each miss some: the estimate, its interval, what is on either
 * list, and the assumption without which the figure means nothing. It is printed wherever the figure is.
 */
export const CaptureRecapture = z.strictObject({
  estimate: z.number().nonnegative(),
  interval: Interval,
  seen: z.int().nonnegative(),
  assumption: z.string(),
})
export type CaptureRecapture = z.infer<typeof CaptureRecapture>

export const CAPTURE_RECAPTURE_ASSUMPTION =
  'Assumes that being on one list does not make a death likelier to be on the other, that every death had the same chance of being on each list, and that pairs were told right. Deaths referred to a coroner are registered late, so that recent periods would be overestimated'

/** Below this many on both lists Chapman's estimate is biased (Robson and Regier 1964). */
const FEWEST_ON_BOTH = 7

/**
 * How well so many deaths in all would explain the two lists: the logarithm of the likelihood, with each list's chance
 * of holding a death at its best for that number, less what does not depend on it.
 */
function likelihoodOf(deaths: number, { first, second, both }: TwoLists): number {
  const seen = first + second - both
  let arrangements = 0
  for (let one = 0; one < seen; one++) arrangements += Math.log(deaths - one)
  const missing = (listed: number) =>
    (deaths > listed ? (deaths - listed) * Math.log((deaths - listed) / deaths) : 0) -
    listed * Math.log(deaths)
  return arrangements + missing(first) + missing(second)
}

/** The greatest whole number from `from` on for which `holds`; it must hold there, and from some number on no more. */
function lastWhere(from: number, holds: (deaths: number) => boolean): number {
  let reach = 1
  while (holds(from + reach)) reach *= 2
  let [yes, no] = [from, from + reach]
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2)
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}

/** The smallest whole number from `from` to `to` for which `holds`; it must hold at `to`, and from some number on. */
function firstWhere(from: number, to: number, holds: (deaths: number) => boolean): number {
  return to - lastWhere(0, (below) => to - below >= from && holds(to - below))
}

/**
 * Chapman's estimate of how many deaths there were (Chapman 1951: nearly unbiased in small samples), with the profile
 * likelihood interval (Cormack 1992), in whole deaths: it never falls below what was seen and stays narrow when two
 * good lists agree, where the usual approximations do not. Null when fewer than 7 deaths are on both lists.
 * Throws a RangeError unless the counts are whole and no list holds fewer than both share.
 */
export function captureRecapture(lists: TwoLists, level = 0.95): CaptureRecapture | null {
  const { first, second, both } = lists
  for (const count of [first, second, both]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError('a count is a whole number of 0 or more')
  }
  if (both > Math.min(first, second)) throw new RangeError('no list holds fewer deaths than both share')
  if (both < FEWEST_ON_BOTH) return null
  const seen = first + second - both
  const estimate = ((first + 1) * (second + 1)) / (both + 1) - 1
  const likeliest = Math.max(seen, Math.floor((first * second) / both))
  const best = likelihoodOf(likeliest, lists)
  const within = (deaths: number) => 2 * (best - likelihoodOf(deaths, lists)) <= chiSquareQuantile(level, 1)
  return {
    estimate,
    interval: {
      low: firstWhere(seen, likeliest, within),
      high: lastWhere(likeliest, within),
      level,
      method: 'profile-likelihood',
    },
    seen,
    assumption: CAPTURE_RECAPTURE_ASSUMPTION,
  }
}
