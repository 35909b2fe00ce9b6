import { addDays, daysBetween, laterOf, type PlainDate } from '../plain-date/plain-date.ts'

/** From the day something began to the day it ended, which no longer belongs to it; null while it goes on. */
export type Interval = { readonly from: PlainDate; readonly until: PlainDate | null }

/** Days of a case or stage: all, those on hold, and those between which the panel could have moved it. */
export type Durations = { gross: number; held: number; net: number }

/** Intervals one after another, none touching the next, none beginning before a day: what they cover, each day once. */
function union(intervals: readonly Interval[], begin: PlainDate): readonly Interval[] {
  const ordered = intervals
    .filter(({ from, until }) => until === null || (until > from && until > begin))
    .map(({ from, until }) => ({ from: from < begin ? begin : from, until }))
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  const merged: Interval[] = []
  for (const next of ordered) {
    const last = merged.at(-1)
    if (last === undefined || (last.until !== null && next.from > last.until)) {
      merged.push(next)
      continue
    }
    const until = last.until === null || next.until === null ? null : laterOf(last.until, next.until)
    merged.splice(-1, 1, { from: last.from, until })
  }
  return merged
}

/**
 * How long something took from one day to another, and how much of it was on hold: days that several holds cover count
 * once (domain reference 0, invariant 7), days outside count not at all.
 * @throws RangeError when it ends before it began
 */
export function durations(from: PlainDate, to: PlainDate, holds: readonly Interval[]): Durations {
  const gross = daysBetween(from, to)
  if (gross < 0) throw new RangeError('it ends before it began')
  const held = union(holds, from)
    .filter((hold) => hold.from < to)
    .reduce(
      (sum, hold) => sum + daysBetween(hold.from, hold.until === null || hold.until > to ? to : hold.until),
      0,
    )
  return { gross, held, net: gross - held }
}

/**
 * The day a limit ends when days on hold do not count towards it; null while a hold that is not over has stopped it. A
 * limit that had ended before the hold began stays ended.
 */
export function dueWithHolds(
  from: PlainDate,
  dueOn: PlainDate,
  holds: readonly Interval[],
): PlainDate | null {
  let left = daysBetween(from, dueOn)
  let reached = from
  for (const hold of union(holds, from)) {
    const free = daysBetween(reached, hold.from)
    if (free >= left) return addDays(reached, left)
    if (hold.until === null) return null
    left -= free
    reached = hold.until
  }
  return addDays(reached, left)
}
