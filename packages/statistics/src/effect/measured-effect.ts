import { wilson } from '../interval/interval.ts'

/** How many of how many. */
type Share = { readonly count: number; readonly of: number }

/**
 * The difference of two independent shares, the second less the first, with its interval by Newcombe's hybrid score method
 * (Statistics in Medicine 1998; 17: 873-890, method 10).
 */
export function shareDifference(first: Share, second: Share, level = 0.95) {
  const [p, q] = [first.count / first.of, second.count / second.of]
  const [a, b] = [wilson(first.count, first.of, level), wilson(second.count, second.of, level)]
  const difference = q - p
  return {
    difference,
    lower: difference - Math.hypot(q - b.low, a.high - p),
    upper: difference + Math.hypot(b.high - q, p - a.low),
  }
}

/** Whether what was measured again shows that something helped. */
export type MeasuredEffect = 'effect-seen' | 'no-effect' | 'cannot-tell'

/**
 * Whether a share moved as it was meant to, from before to now. An effect is seen where chance alone does not explain the
 * move (the whole 95% interval lies on the wanted side). There is no effect where even the most that the interval allows
 * falls short of what was aimed at. Otherwise nobody can tell yet. `target` is the share aimed at, from 0 to 1.
 */
export function measuredEffect({
  wanted,
  target,
  before,
  now,
}: {
  readonly wanted: 'rise' | 'fall'
  readonly target: number
  readonly before: Share
  readonly now: Share
}): MeasuredEffect {
  const { lower, upper } = shareDifference(before, now)
  const aimed = target - before.count / before.of
  const [least, most, goal] = wanted === 'rise' ? [lower, upper, aimed] : [-upper, -lower, -aimed]
  if (least > 0) return 'effect-seen'
  return most < goal ? 'no-effect' : 'cannot-tell'
}

/**
 * Whether a count of one year moved as it was meant to, from one year to another. Without a change either count is as likely
 * as the other to hold any of the two together, so the share of the second is held against one half, with its 95% interval by
 * Wilson (the conditional comparison of two Poisson counts: Przyborowski and Wilenski, Biometrika 1940; 31: 313-323). Seen and not
 * seen are told as for a share; where nothing was counted in either year nobody can tell. `target` is a count of a year.
 */
export function measuredCountEffect({
  wanted,
  target,
  before,
  now,
}: {
  readonly wanted: 'rise' | 'fall'
  readonly target: number
  readonly before: number
  readonly now: number
}): MeasuredEffect {
  if (before + now === 0) return 'cannot-tell'
  const { low, high } = wilson(now, before + now, 0.95)
  const goal = target / (target + before)
  if (wanted === 'rise') {
    if (low > 0.5) return 'effect-seen'
    return high < goal ? 'no-effect' : 'cannot-tell'
  }
  if (high < 0.5) return 'effect-seen'
  // None is what even a great fall does not prove: then only a count that did not fall shows no effect.
  return low > (target === 0 ? 0.5 : goal) ? 'no-effect' : 'cannot-tell'
}
