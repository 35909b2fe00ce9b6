import { AnnualReportId, Refusal } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { type ReportSection, ReportSectionId, reportingYearFrom, reportSections } from '@cdop/statistics'
import type { PersonVisit } from '../../page/visit.ts'

/** Milliseconds: each table of a release is held to its protection again when it is read. */
const READ_DEADLINE = 30_000

/** The procedures of the annual report. */
export function annualReport(visit: PersonVisit) {
  return visit.call<ReportingRouter>('reporting', READ_DEADLINE).annualReport
}

/** A draft as the portal gets it. */
export type Draft = Awaited<ReturnType<ReturnType<typeof annualReport>['read']['query']>>
/** A section of a draft with all that was found in it. */
export type DraftSection = Draft['sections'][number]

/** The report a path means. @throws Refusal `not-found` when it can be none */
export function reportAsked(visit: PersonVisit) {
  const read = AnnualReportId.safeParse(visit.param('reportId'))
  if (!read.success) throw new Refusal('not-found')
  return { areaId: visit.areaId, reportId: read.data }
}

/** The section a path means. @throws Refusal `not-found` */
export function sectionAsked(visit: PersonVisit): ReportSection {
  const id = ReportSectionId.safeParse(visit.param('section'))
  return sectionOf(id.success ? id.data : '')
}

/** @throws Refusal `not-found` */
export function sectionOf(id: string): ReportSection {
  const found = reportSections.find((section) => section.id === id)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** What an edition is called: "Annual report, year ending 31 March 2025, edition 2". */
export function reportTitle({ reportingYear, edition }: Draft['head']): string {
  const year = reportingYearFrom(reportingYear).label.replace('Year', 'year')
  return `Annual report, ${year}${edition === 1 ? '' : `, edition ${edition}`}`
}
