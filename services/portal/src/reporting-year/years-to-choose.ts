import type { PlainDate } from '@cdop/domain'
import { previousReportingYear, type ReportingYear, reportingYearOf } from '@cdop/statistics'

/** How many years back figures can be asked for. */
const yearsBack = 10

/** The reporting year that runs on a day and those before it, newest first. */
export function yearsToChoose(today: PlainDate): readonly ReportingYear[] {
  const years = [reportingYearOf(today)]
  for (let back = 0; back < yearsBack; back += 1) {
    const [last] = years.slice(-1)
    if (last !== undefined) years.push(previousReportingYear(last))
  }
  return years
}

/** The last year that has ended: what is most often asked for. */
export function lastEndedYear(today: PlainDate): ReportingYear {
  return previousReportingYear(reportingYearOf(today))
}

/** The years as the choices of a list; the one that runs says that it is not whole. */
export function yearChoices(today: PlainDate): { value: string; text: string }[] {
  return yearsToChoose(today).map(({ code, label, end }) => ({
    value: code,
    text: end >= today ? `${label} (to date)` : label,
  }))
}
