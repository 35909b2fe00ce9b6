import { type PlainDate, YearEndList } from '@cdop/domain'
import {
  previousReportingYear,
  type ReportingYear,
  ReportingYearCode,
  reportingYearFrom,
  reportingYearOf,
} from '@cdop/statistics'
import { pageOf } from '../../paging/page-links.ts'

/** What of which year is looked at. */
export type YearEndChoice = {
  readonly year: ReportingYear
  readonly list: YearEndList
  readonly page: number
}

/** Years back from this one that are offered. */
const OFFERED = 4

/** The years that are offered, this one first. */
export function yearsOffered(today: PlainDate): readonly ReportingYear[] {
  const years = [reportingYearOf(today)]
  for (let last = years[0]; last !== undefined && years.length < OFFERED; last = years.at(-1)) {
    years.push(previousReportingYear(last))
  }
  return years
}

/** What an address asks for; the year that runs and what is not finalised for anything else. */
export function choiceOf(query: URLSearchParams, today: PlainDate): YearEndChoice {
  const code = ReportingYearCode.safeParse(query.get('year'))
  return {
    year: code.success ? reportingYearFrom(code.data) : reportingYearOf(today),
    list: YearEndList.catch('not-finalised').parse(query.get('list')),
    page: pageOf(query.get('page') ?? ''),
  }
}

/** Where a list of a year stands: codes and numbers only. */
export function yearEndPath({ year, list, page }: YearEndChoice): string {
  const query = new URLSearchParams({ year: year.code, list, ...(page > 1 && { page: String(page) }) })
  return `/year-end?${query}`
}
