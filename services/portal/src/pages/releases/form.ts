import { Refusal, type RefusalCode } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'

const yearField = 'reporting-year'

/** Which year to build, or why that cannot be told. */
export function readYear(form: PostedForm): { ok: true; year: string } | { ok: false; errors: ErrorItem[] } {
  const read = ReportingYearCode.safeParse(form.text('reportingYear'))
  return read.success
    ? { ok: true, year: read.data }
    : { ok: false, errors: [atYear('Select a reporting year')] }
}

const refusedYears: Partial<Record<RefusalCode, string>> = {
  'nothing-to-release': 'There is nothing to release for this year yet. Select another year',
  'release-cannot-be-protected':
    'The counts of this year are too small to publish any table safely. Select another year',
  'date-in-future': 'This reporting year has not begun. Select a year that has',
}

/** The mistake beside the year, where the year is why there is no release. */
export function yearMistake(thrown: unknown): ErrorItem | null {
  const text = thrown instanceof Refusal ? refusedYears[thrown.code] : undefined
  return text === undefined ? null : atYear(text)
}

function atYear(text: string): ErrorItem {
  return { text, href: `#${yearField}` }
}
