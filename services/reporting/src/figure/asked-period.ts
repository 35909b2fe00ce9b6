import { type Clock, Refusal } from '@cdop/domain'
import {
  MOST_YEARS,
  type Period,
  previousReportingYear,
  type ReportingYear,
  runOfMonths,
  yearsTogether,
} from '@cdop/statistics'
import { z } from 'zod'

const RunOfMonths = z
  .strictObject({ first: z.string().max(7), last: z.string().max(7) })
  .transform(({ first, last }, context) => {
    try {
      return runOfMonths(first, last)
    } catch {
      context.addIssue('is not a run of months, like 2023-04 to 2025-03, of ten years at most')
      return z.NEVER
    }
  })

/** What else than one reporting year may be asked for: several years up to it, or a run of months instead. */
export const AskedPeriod = {
  /** How many years up to and with the reporting year are put together. */
  yearsTogether: z.number().int().min(1).max(MOST_YEARS).optional(),
  months: RunOfMonths.optional(),
}

/**
 * The period asked for.
 * @throws Refusal `date-in-future` for months that have not begun
 */
export function askedPeriod(
  year: ReportingYear,
  {
    months,
    yearsTogether: many = 1,
  }: Readonly<{ yearsTogether?: number | undefined; months?: Period | undefined }>,
  clock: Clock,
): Period {
  if (months !== undefined) {
    if (months.end.slice(0, 7) > clock.today().slice(0, 7)) throw new Refusal('date-in-future', ['months'])
    return months
  }
  const years = [year]
  while (years.length < many) years.unshift(previousReportingYear(years[0] ?? year))
  return yearsTogether(years)
}
