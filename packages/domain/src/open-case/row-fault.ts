import type { PlainDate } from '../plain-date/plain-date.ts'
import type { BundleSheet } from './open-case.ts'

/** What is wrong with a row of a bundle: never what stands in it. */
export type OpenCaseFault = Readonly<{
  sheet: BundleSheet
  row: number
  column: string
  says: string
  cure: string
}>

/** What the dates of a case are held against. */
export type OpenCaseDates = Readonly<{ diedOn: PlainDate; today: PlainDate }>

export type Place = Readonly<{ sheet: BundleSheet; row: number }>

/** A fault of one cell. */
export const fault = (at: Place, column: string, says: string, cure: string): OpenCaseFault => ({
  ...at,
  column,
  says,
  cure,
})

/** A day that has to be between two others; null is no day. */
export function dayFaults(
  at: Place,
  column: string,
  day: PlainDate | null,
  { from, to, fromIs }: { from: PlainDate | null; to: PlainDate | null; fromIs: string },
): OpenCaseFault[] {
  if (day === null) return []
  if (to !== null && day > to) return [fault(at, column, 'This day is in the future', 'Correct the date')]
  if (from !== null && day < from) {
    return [fault(at, column, `This day is before ${fromIs}`, 'Put the dates in order, or correct them')]
  }
  return []
}

/** What the stage of a case needs and the row lacks. */
export function missing(at: Place, column: string, stage: string): OpenCaseFault {
  return fault(
    at,
    column,
    `A case that is ${stage.replaceAll('-', ' ')} needs this`,
    'Fill in the cell, or correct the stage',
  )
}

/** What a case of this stage cannot have yet. */
export function unexpected(at: Place, column: string): OpenCaseFault {
  return fault(
    at,
    column,
    'The case has not come so far by its stage',
    'Correct the stage, or empty the cell',
  )
}
