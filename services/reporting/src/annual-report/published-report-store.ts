import { createHash } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type AnnualReportId, type AreaId, Instant, type PersonId, PlainDate, ReleaseId } from '@cdop/domain'
import { ReportingYearCode, ReportSectionId, SigningCapacity } from '@cdop/statistics'
import { z } from 'zod'
import { SeenFigure } from './report-block-store.ts'

/** A report as its readers get it: nothing in it changes, and its figures are those of one release. */
export const PublishedReport = z.strictObject({
  title: z.string().min(1),
  areaName: z.string().min(1),
  reportingYear: ReportingYearCode,
  edition: z.int().positive(),
  releaseId: ReleaseId,
  releaseHash: z.string(),
  asKnownOn: Instant,
  sections: z.array(z.strictObject({ section: ReportSectionId, paragraphs: z.array(z.string()).min(1) })),
  figures: z.array(SeenFigure),
  /** Figures that differ from the edition before; empty of a first one. */
  revisions: z.array(
    z.strictObject({ reference: z.string(), says: z.string(), before: z.string(), after: z.string() }),
  ),
  signed: z.array(z.strictObject({ capacity: SigningCapacity, signedOn: PlainDate })),
  publishedOn: PlainDate,
})
export type PublishedReport = z.infer<typeof PublishedReport>

/** What was published, as it was stored, and its check value. */
export type StoredReport = { report: PublishedReport; contentHash: string }

export async function addPublished(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
  report: PublishedReport,
  made: { by: PersonId; at: Instant },
): Promise<string> {
  const content = JSON.stringify(report)
  const contentHash = hashOf(content)
  await tx`
    insert into reporting.published_annual_reports (area_id, report_id, content, content_hash, published_by, published_at)
    values (${areaId}, ${reportId}, ${content}, ${contentHash}, ${made.by}, ${made.at})
  `
  return contentHash
}

/** What was published of a report; null of a draft. @throws Error when the stored text is not the one that was hashed */
export async function publishedOf(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
): Promise<StoredReport | null> {
  const [row] = await tx<{ content: string; contentHash: string }[]>`
    select content, content_hash from reporting.published_annual_reports
    where area_id = ${areaId} and report_id = ${reportId}
  `
  if (row === undefined) return null
  if (hashOf(row.content) !== row.contentHash) throw new Error('a published report was altered')
  return { report: PublishedReport.parse(JSON.parse(row.content)), contentHash: row.contentHash }
}

/** Hex SHA-256. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
