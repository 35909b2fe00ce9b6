import { type Clock, Refusal } from '@cdop/domain'
import { type ReportingYear, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'

/** A reporting year as people write it: "2023-24", "2023/24" or "Year ending 31 March 2024". */
export const WrittenReportingYear = z
  .string()
  .max(40)
  .transform((written, context) => {
    try {
      return reportingYearFrom(written)
    } catch {
      context.addIssue('is not a reporting year')
      return z.NEVER
    }
  })

/** @throws Refusal `date-in-future` for a year that has not begun */
export function requireBegun(year: ReportingYear, clock: Clock): void {
  if (year.start > clock.today()) throw new Refusal('date-in-future', ['reportingYear'])
}

/** True while the year still runs: its figures are year to date and stand beside no full year. */
export function isRunning(year: ReportingYear, clock: Clock): boolean {
  return year.start <= clock.today() && clock.today() <= year.end
}
