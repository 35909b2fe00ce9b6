import { asPeriod, type Period } from '../period/period.ts'
import type { ReportingYear } from '../reporting-year/reporting-year.ts'

/** The filter that leaves the deaths of a period. */
export function diedIn(period: ReportingYear | Period) {
  const { months, years } = asPeriod(period)
  return months === null
    ? { field: 'diedInYear' as const, anyOf: years.map(({ code }) => code) }
    : { field: 'diedMonth' as const, anyOf: [...months] }
}

/** The filter that leaves the reviews first completed in a period. */
export function reviewedIn(period: ReportingYear | Period) {
  const { months, years } = asPeriod(period)
  return months === null
    ? { field: 'reviewedInYear' as const, anyOf: years.map(({ code }) => code) }
    : { field: 'reviewedMonth' as const, anyOf: [...months] }
}
