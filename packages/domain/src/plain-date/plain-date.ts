import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

const DAY = 86_400_000

/** A day that is not in the calendar is read as none, or as the one it would roll over to. */
function isRealDate(typed: string): boolean {
  const at = Date.parse(typed)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === typed
}

/** A civil date, `YYYY-MM-DD`, that exists in the calendar (29 February 2023 does not). */
export const PlainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate, { message: 'is not a real date' })
  .brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** An instant as it travels: ISO 8601 in UTC. */
export const Instant = z.iso.datetime({ offset: false }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

export function toTemporal(date: PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}

function fromTemporal(date: Temporal.PlainDate): PlainDate {
  return PlainDate.parse(date.toString())
}

/** Days from 1 January 1970: what long counts are made in, where a date at every step would cost too much. */
export function dayNumber(date: PlainDate): number {
  return Date.parse(date) / DAY
}

/** The date of a day number. @throws RangeError when it has no year of four digits */
export function dateOfDay(day: number): PlainDate {
  const read = PlainDate.safeParse(new Date(day * DAY).toISOString().slice(0, 10))
  if (!read.success) throw new RangeError('the date has no year of four digits')
  return read.data
}

/** The later of two dates. */
export function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The civil date in England and Wales at an instant. */
export function londonDate(at: Instant): PlainDate {
  return fromTemporal(Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDate())
}

/** The time of day in London at an instant, to the minute: `09:30`. */
export function londonTime(at: Instant): string {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainTime()
  return time.toString({ smallestUnit: 'minute' })
}

/** A time of day, `HH:MM` by the 24-hour clock. */
export const PlainTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'PlainTime'>()
export type PlainTime = z.infer<typeof PlainTime>

/**
 * The instant at which a clock in England and Wales shows a time. Of a time that occurs twice in October it is the
 * first, or the last where that is asked for; of one that is skipped in March the one an hour later.
 */
export function londonInstant(date: PlainDate, time: PlainTime, which: 'first' | 'last' = 'first'): Instant {
  const disambiguation = which === 'last' ? 'later' : 'compatible'
  const shown = toTemporal(date).toPlainDateTime(time)
  return written(shown.toZonedDateTime('Europe/London', { disambiguation }))
}

/** The instant at which a day begins in England and Wales: the end of the day before. */
export function londonDayStart(date: PlainDate): Instant {
  return written(toTemporal(date).toZonedDateTime('Europe/London'))
}

/** The civil date in England and Wales that ends at an instant, when one does; else the date of that instant. */
export function londonDayEnding(at: Instant): PlainDate {
  const before = Temporal.Instant.from(at).subtract({ milliseconds: 1 })
  return fromTemporal(before.toZonedDateTimeISO('Europe/London').toPlainDate())
}

function written(at: Temporal.ZonedDateTime): Instant {
  return Instant.parse(at.toInstant().toString({ smallestUnit: 'millisecond' }))
}

/** Calendar months added to a date, the day clamped to the end of a shorter month (30 November 2024 + 3 is 28 February 2025). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromTemporal(toTemporal(date).add({ months }, { overflow: 'constrain' }))
}

/** @throws RangeError when the day is after the year 9999 or before the year 0 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days)
}
