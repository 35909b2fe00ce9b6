import type { WaitingCurve, WaitingStep } from './kaplan-meier.ts'

/** Answers in the past below which nothing is said about those to come. */
export const FEWEST_ANSWERS = 20

/** One answer that is waited for: for how many days already, and how long such answers take. */
export type Wait = { readonly days: number; readonly curve: WaitingCurve }

/** The share that still waits after each day, by one of the curve's three lines; it stays where its last step left it. */
function lineOf({ steps }: WaitingCurve, value: (step: WaitingStep) => number | null): Float64Array {
  const line = new Float64Array((steps.at(-1)?.days ?? 0) + 1).fill(1)
  for (const step of steps) line.fill(value(step) ?? step.waiting, step.days)
  return line
}

const at = (line: Float64Array, day: number): number => line[Math.min(day, line.length - 1)] ?? 1

/** The chance that an answer has come within each number of days from now, given that it was waited for so long. */
function chances(line: Float64Array, already: number, horizon: number): Float64Array {
  const still = at(line, already)
  return Float64Array.from({ length: horizon + 1 }, (_, day) =>
    still === 0 ? 0 : 1 - at(line, already + day) / still,
  )
}

/** The first day from now by which all have come with a chance of a half; null within the horizon. */
function halfDay(all: readonly Float64Array[], horizon: number): number | null {
  for (let day = 0; day <= horizon; day += 1) {
    const chance = all.reduce((product, one) => product * (one[day] ?? 0), 1)
    if (chance >= 0.5 - 1e-12) return day
  }
  return null
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
 * half of such cases have all of theirs, with the same day read off both limits of the curves, and what each answer would
 * save of the mean wait. A day the curves do not reach is null. Null altogether when there were too few answers before to
 * one of them, and for a curve on which nothing ever came.
 */
export function lastOfSeveral(waits: readonly Wait[]): Expected | null {
  if (!waits.every(({ curve }) => isEnough(curve))) return null
  const horizon = horizonOf(waits)
  const day = (value: (step: WaitingStep) => number | null) =>
    halfDay(
      waits.map(({ curve, days }) => chances(lineOf(curve, value), days, horizon)),
      horizon,
    )
  return {
    days: day((step) => step.waiting),
    low: day((step) => step.low),
    high: day((step) => step.high),
    gains: gainsOfEach(waits) ?? [],
  }
}

const isEnough = (curve: WaitingCurve): boolean => curve.came >= FEWEST_ANSWERS && curve.steps.length > 0
const horizonOf = (waits: readonly Wait[]): number =>
  Math.max(0, ...waits.map(({ curve }) => curve.steps.at(-1)?.days ?? 0))

/**
 * How many days each answer's coming today would bring the last of several forward, on average within the curves' reach.
 * Null where `lastOfSeveral` is. Takes time in proportion to the days and the answers, so that it can be asked of every
 * case of an area.
 */
export function gainsOfEach(waits: readonly Wait[]): number[] | null {
  if (!waits.every(({ curve }) => isEnough(curve))) return null
  const horizon = horizonOf(waits)
  const gains = waits.map(() => 0)
  const come = waits.map(({ curve, days }) => ({
    line: waitingLine(curve),
    days,
  }))
  const chance = new Float64Array(waits.length)
  const after = new Float64Array(waits.length + 1)
  for (let day = 0; day < horizon; day += 1) {
    for (const [index, { line, days }] of come.entries()) {
      const still = at(line, days)
      chance[index] = still === 0 ? 0 : 1 - at(line, days + day) / still
    }
    after[waits.length] = 1
    for (let index = waits.length - 1; index >= 0; index -= 1) {
      after[index] = (after[index + 1] ?? 1) * (chance[index] ?? 0)
    }
    const all = after[0] ?? 0
    let before = 1
    for (let index = 0; index < waits.length; index += 1) {
      gains[index] = (gains[index] ?? 0) + before * (after[index + 1] ?? 1) - all
      before *= chance[index] ?? 0
    }
  }
  return gains
}

const lines = new WeakMap<WaitingCurve, Float64Array>()

/** The line of a curve, worked out once for all the cases that wait by it. */
function waitingLine(curve: WaitingCurve): Float64Array {
  const known = lines.get(curve)
  if (known !== undefined) return known
  const made = lineOf(curve, (step) => step.waiting)
  lines.set(curve, made)
  return made
}
