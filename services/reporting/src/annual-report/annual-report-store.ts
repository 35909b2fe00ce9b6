import type { Db } from '@cdop/database'
import { AnnualReportId, type AreaId, Instant, PersonId, Refusal, ReleaseId } from '@cdop/domain'
import { ReportingYearCode, SigningCapacity } from '@cdop/statistics'
import { z } from 'zod'

/** One edition of the report of a year: the release it is read from, and whether it is published. */
export const AnnualReportHead = z.strictObject({
  reportId: AnnualReportId,
  reportingYear: ReportingYearCode,
  edition: z.int().positive(),
  releaseId: ReleaseId,
  /** The published report whose text it began with. */
  begunFrom: AnnualReportId.nullable(),
  begunAt: Instant,
  /** Null of a draft. */
  publishedAt: Instant.nullable(),
})
export type AnnualReportHead = z.infer<typeof AnnualReportHead>

/** Every report of an area, the newest year and edition first. */
export async function reportsOf(tx: Db, areaId: AreaId): Promise<AnnualReportHead[]> {
  const rows = await tx`
    select r.report_id, r.reporting_year, r.edition, r.begun_from, r.begun_at, p.published_at, (
      select release_id from reporting.annual_report_pins pin
      where pin.area_id = r.area_id and pin.report_id = r.report_id order by pin.pin desc limit 1
    ) as release_id
    from reporting.annual_reports r
    left join reporting.published_annual_reports p on p.area_id = r.area_id and p.report_id = r.report_id
    where r.area_id = ${areaId} order by r.reporting_year desc, r.edition desc
  `
  return rows.map((row) => AnnualReportHead.parse(row))
}

/** @throws Refusal `not-found` */
export async function findReport(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
): Promise<AnnualReportHead> {
  const found = (await reportsOf(tx, areaId)).find((one) => one.reportId === reportId)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** The report, alone for the transaction. @throws Refusal `not-found`, `annual-report-published` */
export async function lockDraft(tx: Db, areaId: AreaId, reportId: AnnualReportId): Promise<AnnualReportHead> {
  await lockReports(tx, areaId)
  const found = await findReport(tx, areaId, reportId)
  if (found.publishedAt !== null) throw new Refusal('annual-report-published')
  return found
}

/** One at a time changes a report of an area. */
export async function lockReports(tx: Db, areaId: AreaId): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`reporting.annual-reports:${areaId}`}, 0))`
}

export async function addReport(
  tx: Db,
  areaId: AreaId,
  report: Pick<AnnualReportHead, 'reportId' | 'reportingYear' | 'edition' | 'begunFrom'>,
  made: { by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into reporting.annual_reports (area_id, report_id, reporting_year, edition, begun_from, begun_by, begun_at)
    values (${areaId}, ${report.reportId}, ${report.reportingYear}, ${report.edition}, ${report.begunFrom}, ${made.by},
      ${made.at})
  `
}

/** Has a report read from this release from now on. */
export async function pinRelease(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
  releaseId: ReleaseId,
  made: { by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into reporting.annual_report_pins (area_id, report_id, pin, release_id, pinned_by, pinned_at)
    select ${areaId}, ${reportId}, 1 + coalesce(max(pin), 0), ${releaseId}, ${made.by}, ${made.at}
    from reporting.annual_report_pins where area_id = ${areaId} and report_id = ${reportId}
  `
}

/** Who signed which text of a report, and as what. */
export const ReportSignature = z.strictObject({
  capacity: SigningCapacity,
  contentHash: z.string(),
  signedBy: PersonId,
  signedAt: Instant,
})
export type ReportSignature = z.infer<typeof ReportSignature>

/** Every signature on a report, the newest first; one on an earlier text is none on this one. */
export async function signaturesOn(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
): Promise<ReportSignature[]> {
  const rows = await tx`
    select capacity, content_hash, signed_by, signed_at from reporting.annual_report_signatures
    where area_id = ${areaId} and report_id = ${reportId} order by signature desc
  `
  return rows.map((row) => ReportSignature.parse(row))
}

export async function addSignature(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
  { capacity, contentHash, signedBy, signedAt }: ReportSignature,
): Promise<void> {
  await tx`
    insert into reporting.annual_report_signatures (area_id, report_id, signature, capacity, content_hash, signed_by, signed_at)
    select ${areaId}, ${reportId}, 1 + coalesce(max(signature), 0), ${capacity}, ${contentHash}, ${signedBy}, ${signedAt}
    from reporting.annual_report_signatures where area_id = ${areaId} and report_id = ${reportId}
  `
}
