import { AnnualReportId, AreaId, Refusal, requireArea } from '@cdop/domain'
import { ReportSectionId } from '@cdop/statistics'
import { z } from 'zod'
import { ReleaseHead, ReleaseTable } from '../release/release.ts'
import { signedRelease } from '../release/release-head-store.ts'
import { requires } from '../rpc.ts'
import { AnnualReportHead, findReport } from './annual-report-store.ts'
import { DraftReport, draftOf, ReadProse, readWith, releaseTables } from './draft-report.ts'
import { PublishedReport, publishedOf } from './published-report-store.ts'
import { Prose } from './report-block-store.ts'

const Asked = z.strictObject({ areaId: AreaId, reportId: AnnualReportId })

/** A report as it is being written, with all that keeps it from its readers. Audited first. @throws Refusal `not-found` */
export const readAnnualReport = requires('annual-report:read')
  .input(Asked)
  .output(DraftReport)
  .query(({ ctx: { actor, parts }, input: { areaId, reportId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const head = await findReport(tx, areaId, reportId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.read',
        object: { kind: 'annual-report', id: reportId },
      })
      return draftOf(tx, parts, areaId, head)
    })
  })

/** A report as it was published, with the tables of its release. @throws Refusal `not-found` for a draft too */
export const readPublishedReport = requires('annual-report:read')
  .input(Asked)
  .output(
    z.strictObject({
      head: AnnualReportHead,
      report: PublishedReport,
      contentHash: z.string(),
      tables: z.array(ReleaseTable),
      /** What the rates of the tables are of. */
      denominators: ReleaseHead.shape.denominators,
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, reportId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const head = await findReport(tx, areaId, reportId)
      const published = await publishedOf(tx, areaId, reportId)
      if (published === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.read-published',
        object: { kind: 'annual-report', id: reportId },
      })
      const { releaseId } = published.report
      const { denominators } = await signedRelease(tx, areaId, releaseId)
      return { head, ...published, tables: await releaseTables(tx, areaId, releaseId), denominators }
    })
  })

/** What prose would say in a report, and what would be found in it. Nothing is kept. @throws Refusal `not-found` */
export const previewProse = requires('annual-report:write')
  .input(Asked.extend({ section: ReportSectionId, prose: Prose }))
  .output(ReadProse)
  .query(({ ctx: { actor, parts }, input: { areaId, reportId, prose } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { releaseId } = await findReport(tx, areaId, reportId)
      return readWith(prose, await releaseTables(tx, areaId, releaseId))
    })
  })
