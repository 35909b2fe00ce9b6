import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { reportingYearFrom } from '@cdop/statistics'
import { writtenDenominator } from './written-statistic.ts'

type Release = Awaited<ReturnType<ReturnType<typeof clientOf<ReportingRouter>>['release']['read']['query']>>

/** What the rates of a released table are of, in words: only that of the years has rates. */
export const denominatorsBelow = (
  tableId: string,
  denominators: Release['denominators'],
): readonly string[] => (tableId === 'N1' ? denominators.map(denominatorOf) : [])

function denominatorOf({ reportingYear, count, label, source }: Release['denominators'][number]): string {
  return writtenDenominator(reportingYearFrom(reportingYear).label, { count, label, source })
}
