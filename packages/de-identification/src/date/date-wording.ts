import { dateOfDay, dayNumber, daysBetween, type PlainDate } from '@cdop/domain'
import type { CaseIdentifiers } from '../case-identifiers.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from './date-words.ts'

export type OwnDates = CaseIdentifiers['dates']

/** A date as far as a text says it. */
export type Said = { day: number | null; month: number | null; year: number | null; weekday: string | null }

const two = (figure: number) => String(figure).padStart(2, '0')

/** The date, or null when there is none such in the calendar. */
export function dateOf(year: number, month: number, day: number): PlainDate | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const made = Date.UTC(year, month - 1, day) / 86_400_000
  const date = dateOfDay(made)
  return date === `${year}-${two(month)}-${two(day)}` ? date : null
}

export function ownDatesOf(dates: OwnDates): readonly PlainDate[] {
  return [dates.birth, dates.death, dates.incident, ...dates.others].filter((date) => date !== null)
}

/** The own date a text means, when it says one: day and month the wrong way round included. */
export function ownDateSaid(said: Said, dates: OwnDates): PlainDate | null {
  const all = ownDatesOf(dates)
  const fits = (date: PlainDate, day: number | null, month: number | null) => {
    const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
    return (
      (said.year === null || said.year === y || said.year === y % 100) &&
      (month === null || month === m) &&
      day === d
    )
  }
  return (
    all.find((date) => fits(date, said.day, said.month)) ??
    (said.month === null ? undefined : all.find((date) => fits(date, said.month, said.day))) ??
    null
  )
}

/**
 * What a pack keeps of a date: weekday and month, and how far into life or from death it lies. The day of birth is day 1
 * of life, as in neonatal care. A date that is not in the calendar, or of which too little is said, is "a date".
 */
export function dateWording(said: Said, dates: OwnDates): string {
  const date = ownDateSaid(said, dates) ?? resolved(said, dates)
  if (date === null) return partly(said)
  const month = MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''
  const weekday = WEEKDAY_NAMES[(((dayNumber(date) + 4) % 7) + 7) % 7] ?? ''
  const where = placed(date, dates)
  return `a ${weekday} in ${month}${where === null ? '' : `, ${where}`}`
}

function partly({ month, weekday }: Said): string {
  const named = month === null ? undefined : MONTH_NAMES[month - 1]
  if (weekday !== null && named !== undefined) return `a ${weekday} in ${named}`
  if (named !== undefined) return `a day in ${named}`
  return weekday === null ? 'a date' : `a ${weekday}`
}

/** A year that is not said is the one that brings the date nearest to the death, or to the birth. */
function resolved({ day, month, year }: Said, dates: OwnDates): PlainDate | null {
  if (day === null || month === null) return null
  if (year !== null) return dateOf(year < 100 ? 2000 + year : year, month, day)
  const anchor = dates.death ?? dates.birth
  if (anchor === null) return null
  const near = Number(anchor.slice(0, 4))
  const found = [near - 1, near, near + 1]
    .map((some) => dateOf(some, month, day))
    .filter((date) => date !== null)
  const far = (date: PlainDate) => Math.abs(daysBetween(anchor, date))
  return found.toSorted((one, other) => far(one) - far(other))[0] ?? null
}

function placed(date: PlainDate, { birth, death }: OwnDates): string | null {
  const lived = birth === null ? null : daysBetween(birth, date)
  if (lived !== null && lived >= 0 && lived < 28) return `day ${lived + 1} of life`
  if (death !== null) {
    const after = daysBetween(death, date)
    if (after === 0) return 'the day of death'
    if (Math.abs(after) <= 90) return `${days(Math.abs(after))} ${after < 0 ? 'before' : 'after'} death`
  }
  if (lived === null) return null
  if (lived < 0) return `${weeks(-lived)} before birth`
  return lived < 730 ? `aged ${Math.floor(lived / 30.44)} months` : `aged ${Math.floor(lived / 365.25)} years`
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const weeks = (count: number) => (count < 14 ? days(count) : `${Math.round(count / 7)} weeks`)
