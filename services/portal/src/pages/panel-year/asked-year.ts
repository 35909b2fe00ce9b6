import { addDays, PlainDate } from '@cdop/domain'
import { type ReportingYear, ReportingYearCode, reportingYearFrom, reportingYearOf } from '@cdop/statistics'
import type { Visit } from '../../page/visit.ts'
import { yearChoices } from '../../reporting-year/years-to-choose.ts'

/** The reporting year an address asks for; the one that runs where it asks for none. */
export function askedYear(visit: Pick<Visit, 'query' | 'parts'>): ReportingYear {
  const asked = ReportingYearCode.safeParse(visit.query('year'))
  return asked.success ? reportingYearFrom(asked.data) : reportingYearOf(visit.parts.clock.today())
}

/** The years panels are looked at in: the next one, the one that runs, and those before. */
export function panelYearChoices(today: PlainDate): { value: string; text: string }[] {
  const { code, label } = reportingYearOf(addDays(PlainDate.parse(reportingYearOf(today).end), 1))
  return [{ value: code, text: label }, ...yearChoices(today)]
}

/** Where a year is looked at. */
export const yearPath = ({ code }: Pick<ReportingYear, 'code'>) => `/panel-meetings/year?year=${code}`
/** Where it is planned. */
export const planPath = ({ code }: Pick<ReportingYear, 'code'>) => `/panel-meetings/year/plan?year=${code}`
