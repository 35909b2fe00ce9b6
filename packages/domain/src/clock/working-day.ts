import { dateOfDay, dayNumber, type PlainDate } from '../plain-date/plain-date.ts'

/** Dates that are not working days besides Saturdays and Sundays. */
export type BankHolidays = ReadonlySet<string>

const numbered = new WeakMap<BankHolidays, ReadonlySet<number>>()

/** The same holidays as day numbers, worked out once. */
function dayNumbers(holidays: BankHolidays): ReadonlySet<number> {
  const known = numbered.get(holidays)
  if (known !== undefined) return known
  const days = new Set([...holidays].map((date) => Date.parse(date) / 86_400_000))
  numbered.set(holidays, days)
  return days
}

/** Day 0, 1 January 1970, was a Thursday. */
function isWorked(day: number, holidays: ReadonlySet<number>): boolean {
  const afterMonday = (((day + 3) % 7) + 7) % 7
  return afterMonday < 5 && !holidays.has(day)
}

/** True on a day that is neither a Saturday, a Sunday nor a bank holiday. */
export function isWorkingDay(date: PlainDate, holidays: BankHolidays): boolean {
  return isWorked(dayNumber(date), dayNumbers(holidays))
}

/**
 * The date `days` working days after `from`: the day after counts as the first.
 * Sent Monday 14 April 2025, 15 working days: due Thursday 8 May 2025 (three bank holidays between).
 */
export function addWorkingDays(from: PlainDate, days: number, holidays: BankHolidays): PlainDate {
  const off = dayNumbers(holidays)
  let day = dayNumber(from)
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorked(day, off)) left -= 1
  }
  return dateOfDay(day)
}

/** Working days from `from` (not counted) to `to` (counted); negative when `to` is earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, holidays: BankHolidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays)
  const off = dayNumbers(holidays)
  const last = dayNumber(to)
  let count = 0
  for (let day = dayNumber(from) + 1; day <= last; day += 1) if (isWorked(day, off)) count += 1
  return count
}

/**
 * The date `days` working days after `from`, or before it when `days` is negative; `from` itself for none. Three working
 * days before Tuesday 7 April 2026 is Tuesday 31 March 2026: Good Friday and Easter Monday lie between.
 */
export function shiftWorkingDays(from: PlainDate, days: number, holidays: BankHolidays): PlainDate {
  if (days >= 0) return addWorkingDays(from, days, holidays)
  const off = dayNumbers(holidays)
  let day = dayNumber(from)
  for (let left = -days; left > 0; ) {
    day -= 1
    if (isWorked(day, off)) left -= 1
  }
  return dateOfDay(day)
}
