import { londonDate } from '@cdop/domain'
import { reportingYearFrom } from '@cdop/statistics'
import type { ReleaseHead } from './release.ts'

/** Whether a release is of a year that still ran as it was known: its figures to date are set beside nothing. */
export function isToDate({
  reportingYear,
  asKnownOn,
}: Pick<ReleaseHead, 'reportingYear' | 'asKnownOn'>): boolean {
  return londonDate(asKnownOn) <= reportingYearFrom(reportingYear).end
}
