import { addDays, type PlainDate, toTemporal } from '../plain-date/plain-date.ts'

/** Dates that are not working days besides Saturdays and Sundays. */
export type BankHolidays = ReadonlySet<string>

function isWorkingDay(date: PlainDate, holidays: BankHolidays): boolean {
  return toTemporal(date).dayOfWeek <= 5 && !holidays.has(date)
}

/**
 * The date `days` working days after `from`: the day after counts as the first.
 * Sent Monday 14 April 2025, 15 working days: due Thursday 8 May 2025 (three bank holidays between).
 */
export function addWorkingDays(from: PlainDate, days: number, holidays: BankHolidays): PlainDate {
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date
}

/** Working days from `from` (not counted) to `to` (counted); negative when `to` is earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, holidays: BankHolidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays)
  let count = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, holidays)) count += 1
  }
  return count
}
