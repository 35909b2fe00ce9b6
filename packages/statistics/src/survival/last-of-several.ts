import type { WaitingCurve, WaitingStep } from './kaplan-meier.ts'

/** Answers in the past below which nothing is said about those to come. */
export const FEWEST_ANSWERS = 20

/** The share that still waits after some days, by one of the curve's three lines. */
type Line = (days: number) => number

function lineOf(curve: WaitingCurve, value: (step: WaitingStep) => number | null): Line {
  return (days) => {
    const step = curve.steps.findLast((one) => one.days <= days)
    return step === undefined ? 1 : (value(step) ?? step.waiting)
  }
}

/** The chance that all have come within some days from now, each given that it has been waited for so long already. */
function allHaveCome(line: Line, waitedFor: readonly number[], within: number): number {
  return waitedFor.reduce((all, already) => {
    const still = line(already)
    return still === 0 ? 0 : all * (1 - line(already + within) / still)
  }, 1)
}

function firstDay(line: Line, waitedFor: readonly number[], share: number, horizon: number): number | null {
  for (let day = 0; day <= horizon; day += 1) {
    if (allHaveCome(line, waitedFor, day) >= share - 1e-12) return day
  }
  return null
}

/** Days from now within the curve's reach that are still waited for the last, on average. */
function meanWait(line: Line, waitedFor: readonly number[], horizon: number): number {
  let mean = 0
  for (let day = 0; day < horizon; day += 1) mean += 1 - allHaveCome(line, waitedFor, day)
  return mean
}

/** When the last of several is expected, in days from now; and how many days each one's coming today would save. */
export type Expected = {
  readonly days: number | null
  readonly low: number | null
  readonly high: number | null
  readonly gains: readonly number[]
}

/**
 * When the last of several answers is expected that are waited for independently and as long as those before: by which day
 * half of such cases have all of theirs, with the same day read off both limits of the curve, and what each answer would
 * save of the mean wait. A day the curve does not reach is null. Null altogether when there were too few answers before.
 */
export function lastOfSeveral(curve: WaitingCurve, waitedFor: readonly number[]): Expected | null {
  const last = curve.steps.at(-1)
  if (curve.came < FEWEST_ANSWERS || last === undefined) return null
  const waiting = lineOf(curve, (step) => step.waiting)
  const horizon = last.days
  const day = (line: Line) => firstDay(line, waitedFor, 0.5, horizon)
  const mean = meanWait(waiting, waitedFor, horizon)
  return {
    days: day(waiting),
    low: day(lineOf(curve, (step) => step.low)),
    high: day(lineOf(curve, (step) => step.high)),
    gains: waitedFor.map(
      (_, at) =>
        mean -
        meanWait(
          waiting,
          waitedFor.filter((_other, index) => index !== at),
          horizon,
        ),
    ),
  }
}
