import { z } from 'zod'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The earliest year a form accepts; anything before is a slip of the keyboard. */
const EARLIEST_YEAR = 1900

const Iso = z.iso.date()

/** Whether the text is a day that exists, written 2024-02-29, from 1900 on. */
export function isRealDate(text: string): boolean {
  return Iso.safeParse(text).success && Number(text.slice(0, 4)) >= EARLIEST_YEAR
}

/** The month as a number from 1 to 12, from "2", "02", "Feb" or "February"; otherwise nothing. */
export function monthNumber(typed: string): number | undefined {
  if (/^[0-9]{1,2}$/.test(typed)) return Number(typed)
  const lower = typed.toLowerCase()
  const index = MONTHS.findIndex((month) => {
    const name = month.toLowerCase()
    return name === lower || name.slice(0, 3) === lower
  })
  return index < 0 ? undefined : index + 1
}

/** A civil date as people read it: 2024-02-29 is "29 February 2024". */
export function spokenDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** The three fields of a date input for a stored date: "29", "2", "2024". */
export function dateParts(date: string): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}
