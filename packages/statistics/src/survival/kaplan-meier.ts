import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/**
 * How long something was waited for, in whole days, and whether it came; what has not come yet is censored. `times` is how
 * often that was so, once unless it is said.
 */
export type Waited = { readonly days: number; readonly came: boolean; readonly times?: number }

/** What share still waits after a day on which something came, with its pointwise limits. */
export type WaitingStep = {
  readonly days: number
  readonly atRisk: number
  readonly came: number
  readonly waiting: number
  /** Greenwood's standard error. */
  readonly error: number
  /** Log-log limits; the upper one is null once nothing waits any more. */
  readonly low: number
  readonly high: number | null
}

/** A Kaplan-Meier curve: the share that still waits, as a step for each day on which something came. */
export type WaitingCurve = {
  readonly count: number
  readonly came: number
  readonly level: number
  readonly steps: readonly WaitingStep[]
}

/**
 * The Kaplan-Meier estimate of how long is waited, with Greenwood's variance and log-log limits. What comes and what is
 * censored on the same day counts as still waiting when it came.
 * @throws RangeError for days that are not whole and 0 or more, and for a level that is none
 */
export function kaplanMeier(waited: readonly Waited[], level = 0.95): WaitingCurve {
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1')
  if (waited.some(({ days, times = 1 }) => !Number.isInteger(days) || days < 0 || !(times > 0))) {
    throw new RangeError('what was waited is a whole number of days')
  }
  const score = normalQuantile((1 + level) / 2, 0, 1)
  const cameOn = new Map<number, number>()
  const leftOn = new Map<number, number>()
  for (const { days, came, times = 1 } of waited) {
    leftOn.set(days, (leftOn.get(days) ?? 0) + times)
    if (came) cameOn.set(days, (cameOn.get(days) ?? 0) + times)
  }
  const count = total(leftOn.values())
  const steps: WaitingStep[] = []
  let waiting = 1
  let variance = 0
  let left = 0
  for (const [day, leaving] of [...leftOn].sort(([one], [other]) => one - other)) {
    const atRisk = count - left
    left += leaving
    const came = cameOn.get(day) ?? 0
    if (came === 0) continue
    waiting *= 1 - came / atRisk
    if (came === atRisk) {
      steps.push({ days: day, atRisk, came, waiting: 0, error: 0, low: 0, high: null })
      break
    }
    variance += came / (atRisk * (atRisk - came))
    const spread = (score * Math.sqrt(variance)) / Math.abs(Math.log(waiting))
    const low = waiting ** Math.exp(spread)
    const high = waiting ** Math.exp(-spread)
    steps.push({ days: day, atRisk, came, waiting, error: waiting * Math.sqrt(variance), low, high })
  }
  return { count, came: total(cameOn.values()), level, steps }
}

const total = (numbers: Iterable<number>): number => [...numbers].reduce((sum, one) => sum + one, 0)

/** A number of days with its limits; null where the curve does not come down so far. */
export type DaysWithLimits = {
  readonly days: number | null
  readonly low: number | null
  readonly high: number | null
}

/** After how many days a share has come, 0.5 for the median, with the limits of Brookmeyer and Crowley. */
export function daysUntil(curve: WaitingCurve, share: number): DaysWithLimits {
  const first = (value: (step: WaitingStep) => number | null) =>
    curve.steps.find((step) => {
      const at = value(step)
      return at !== null && at <= 1 - share + 1e-12
    })?.days ?? null
  return {
    days: first(({ waiting }) => waiting),
    low: first(({ low }) => low),
    high: first(({ high }) => high),
  }
}
