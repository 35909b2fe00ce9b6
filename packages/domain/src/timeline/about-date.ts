import { z } from 'zod'
import { Instant, londonDate, PlainDate, toTemporal } from '../plain-date/plain-date.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const YEAR = /^\d{4}$/

/** When something was, as well as it is known: a day (`2024-03-09`), a month (`2024-03`) or a year (`2024`). */
export const AboutDate = z.union([
  PlainDate,
  z.string().regex(MONTH).brand<'PlainMonth'>(),
  z.string().regex(YEAR).brand<'PlainYear'>(),
])
export type AboutDate = z.infer<typeof AboutDate>

/** How well a date is known. */
export type DatePrecision = 'day' | 'month' | 'year'

export function precisionOf(when: AboutDate): DatePrecision {
  if (YEAR.test(when)) return 'year'
  return MONTH.test(when) ? 'month' : 'day'
}

/** The first and the last day it can have been. */
export function daysOf(when: AboutDate): { from: PlainDate; to: PlainDate } {
  const precision = precisionOf(when)
  if (precision === 'year') {
    return { from: PlainDate.parse(`${when}-01-01`), to: PlainDate.parse(`${when}-12-31`) }
  }
  const from = PlainDate.parse(precision === 'month' ? `${when}-01` : when)
  if (precision === 'day') return { from, to: from }
  const to = toTemporal(from).with({ day: 31 }, { overflow: 'constrain' })
  return { from, to: PlainDate.parse(to.toString()) }
}

/** When something stands on a timeline: a moment that was recorded, or a date as well as it is known. */
export const TimelineMoment = z.union([Instant, AboutDate])
export type TimelineMoment = z.infer<typeof TimelineMoment>

const isInstant = (at: TimelineMoment): at is Instant => at.includes('T')

const vagueness: Readonly<Record<DatePrecision, number>> = { year: 0, month: 1, day: 2 }

/** By day, then the vaguer before the better known, then by the moment: each part decides only where those before tie. */
function placeOf(at: TimelineMoment): readonly [day: string, known: number, moment: number] {
  if (isInstant(at)) return [londonDate(at), 3, Date.parse(at)]
  return [daysOf(at).from, vagueness[precisionOf(at)], 0]
}

/**
 * The order of time, the earliest first; 0 where nothing tells which was first. What is known by month or year stands at
 * the beginning of it: within the time it can have been, before what is better known (screen S6.5). A moment counts for
 * the day the clocks in England and Wales showed.
 */
export function byMoment(left: TimelineMoment, right: TimelineMoment): number {
  const [day, known, moment] = placeOf(left)
  const [otherDay, otherKnown, otherMoment] = placeOf(right)
  if (day !== otherDay) return day < otherDay ? -1 : 1
  return known - otherKnown || moment - otherMoment
}
