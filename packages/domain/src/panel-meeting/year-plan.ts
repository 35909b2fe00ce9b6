import { z } from 'zod'
import type { ClockLimits } from '../clock/clock-limits.ts'
import { limitEnd } from '../clock/clock-table.ts'
import { type BankHolidays, isWorkingDay } from '../clock/working-day.ts'
import { addDays, addMonths, dayNumber, PlainDate, type PlainTime } from '../plain-date/plain-date.ts'
import { lengthOfMeeting } from './agenda.ts'

/** The days of a year somebody plans: a reporting year, both ends counted. */
export type PlannedYear = { readonly start: PlainDate; readonly end: PlainDate }

/** Every so many months a panel of one kind meets. */
export const EveryMonths = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(6)])
export type EveryMonths = z.infer<typeof EveryMonths>

/** Monday is 1 and Friday 5, as ISO 8601 counts. */
export const PanelWeekday = z.int().min(1).max(5)

/** Which of a month: the first to the fourth, or -1 for the last. */
export const WeekOfMonth = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)])
export type WeekOfMonth = z.infer<typeof WeekOfMonth>

/** On which days a panel of one kind meets: by a rule of weekdays, or on dates that were put in. */
export const MeetingDays = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('rule'),
    every: EveryMonths,
    week: WeekOfMonth,
    weekday: PanelWeekday,
  }),
  z.strictObject({ by: z.literal('dates'), dates: z.array(PlainDate).min(1).max(40) }),
])
export type MeetingDays = z.infer<typeof MeetingDays>

/** Why a panel cannot well meet on a day. */
export const DateObstacle = z.enum(['over', 'not-in-year', 'weekend', 'bank-holiday', 'meeting-already'])
export type DateObstacle = z.infer<typeof DateObstacle>

/** What stands in the way of dates: holidays, days on which a panel meets already, and today. */
export type DateCalendar = {
  readonly year: PlannedYear
  readonly today: PlainDate
  readonly holidays: BankHolidays
  readonly taken: ReadonlySet<PlainDate>
}

/** What stands in the way of a day, the most certain first; null where nothing does. */
export function obstacleOn(
  date: PlainDate,
  { year, today, holidays, taken }: DateCalendar,
): DateObstacle | null {
  if (date < year.start || date > year.end) return 'not-in-year'
  if (date < today) return 'over'
  if (taken.has(date)) return 'meeting-already'
  if (isWorkingDay(date, holidays)) return null
  return holidays.has(date) ? 'bank-holiday' : 'weekend'
}

/** Monday 1 to Sunday 7. Day 0, 1 January 1970, was a Thursday. */
const weekdayOf = (date: PlainDate) => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** The first, second, third, fourth or last such weekday of the month that begins on a day. */
function weekdayOfMonth(firstOfMonth: PlainDate, week: WeekOfMonth, weekday: number): PlainDate {
  if (week === -1) {
    const last = addDays(addMonths(firstOfMonth, 1), -1)
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  }
  return addDays(firstOfMonth, ((weekday - weekdayOf(firstOfMonth) + 7) % 7) + (week - 1) * 7)
}

/** The days a panel wishes to meet on, earliest first, whatever stands in their way. A rule counts from the first month of the year. */
export function wishedDates(days: MeetingDays, year: PlannedYear): PlainDate[] {
  if (days.by === 'dates') return [...new Set(days.dates)].sort()
  const wished: PlainDate[] = []
  for (let month = 0; month < 12; month += days.every) {
    wished.push(weekdayOfMonth(addMonths(year.start, month), days.week, days.weekday))
  }
  return wished
}

/** Days by which a wished day is moved, in the order they are tried: by weeks, later before earlier. */
const SHIFTS = [7, -7, 14, -14] as const

/** One meeting of a plan: the day that was wished, the day it is to be, and why that is another. */
export const PlannedDate = z.strictObject({
  wished: PlainDate,
  heldOn: PlainDate,
  /** What stood in the way of the wished day; null where nothing did. */
  because: DateObstacle.nullable(),
})
export type PlannedDate = z.infer<typeof PlannedDate>

/**
 * The days of a panel's meetings over a year. A wished day by a rule that is a bank holiday, or has a meeting already, is moved by
 * a week or two to the same weekday; one that is over, or cannot be moved, is left out. Dates that were put in stay as they
 * are where a panel can meet, and are left out otherwise. No two of a plan are on one day.
 */
export function plannedDates(
  days: MeetingDays,
  calendar: DateCalendar,
): { planned: PlannedDate[]; leftOut: { wished: PlainDate; because: DateObstacle }[] } {
  const planned: PlannedDate[] = []
  const leftOut: { wished: PlainDate; because: DateObstacle }[] = []
  const taken = new Set(calendar.taken)
  for (const wished of wishedDates(days, calendar.year)) {
    const because = obstacleOn(wished, { ...calendar, taken })
    const shifts = because === null ? [0] : because === 'over' || days.by === 'dates' ? [] : SHIFTS
    const heldOn = shifts
      .map((shift) => addDays(wished, shift))
      .find((date) => obstacleOn(date, { ...calendar, taken }) === null)
    if (heldOn !== undefined) {
      taken.add(heldOn)
      planned.push({ wished, heldOn, because })
    } else if (because !== null) leftOut.push({ wished, because })
  }
  return { planned, leftOut }
}

/**
 * By when a case that is still gathered goes before a panel if its review meeting keeps its time limit: that limit after the
 * death, and the panel's after it (domain reference 1.4: three months and six weeks where the area set nothing else).
 */
export function expectedAtPanelBy(diedOn: PlainDate, limits: ClockLimits): PlainDate {
  return limitEnd('panel', limitEnd('review-meeting', diedOn, limits['review-meeting']), limits.panel)
}

/** How many cases must go before a panel in a month: those that are ready, and those expected to be by then. */
export const MonthOfCases = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  ready: z.int().nonnegative(),
  expected: z.int().nonnegative(),
})
export type MonthOfCases = z.infer<typeof MonthOfCases>

/**
 * The cases of a year by the month by whose end a panel should have met on them. What is overdue, or has no limit, counts in the
 * month of today; what falls after the year counts in none.
 */
export function casesByMonth(
  { ready, expected }: { ready: readonly (PlainDate | null)[]; expected: readonly PlainDate[] },
  { year, today }: { year: PlannedYear; today: PlainDate },
): MonthOfCases[] {
  const monthOf = (due: PlainDate | null) => (due === null || due < today ? today : due).slice(0, 7)
  const [dueReady, dueExpected] = [ready.map(monthOf), expected.map(monthOf)]
  return Array.from({ length: 12 }, (_, at) => {
    const month = addMonths(year.start, at).slice(0, 7)
    const of = (months: readonly string[]) => months.filter((one) => one === month).length
    return { month, ready: of(dueReady), expected: of(dueExpected) }
  })
}

/** How many cases more a meeting has room for, by what is usual for its kind; null where nobody said how long it is. */
export function roomFor(minutesLeft: number | null, usual: number): number | null {
  return minutesLeft === null ? null : Math.floor(minutesLeft / usual)
}

/** Minutes a meeting has left beside what its cases take, none where they take more; null where nobody said how long it is. */
export function minutesLeft(
  times: { readonly startsAt: PlainTime; readonly endsAt: PlainTime } | null,
  taken: number,
): number | null {
  return times === null ? null : Math.max(0, lengthOfMeeting(times) - taken)
}
