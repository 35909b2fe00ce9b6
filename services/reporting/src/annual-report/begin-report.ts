import { randomUUID } from 'node:crypto'
import { AnnualReportId, AreaId, Refusal, ReleaseId } from '@cdop/domain'
import { AttemptKey, areaCipher, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { signedRelease } from '../release/release-head-store.ts'
import { requires } from '../rpc.ts'
import { addReport, lockReports, pinRelease, reportsOf } from './annual-report-store.ts'
import { addBlock, blocksOf } from './report-block-store.ts'
import { writerOf } from './writer-of.ts'

const Begun = z.strictObject({ reportId: AnnualReportId })

/**
 * Begins the report of a release's year, or, once one is published, its next edition. It begins with the text of the last report
 * that was published, every section marked as carried over until somebody has looked at it.
 * @throws Refusal `annual-report-open` while one of the year is being written; `not-found`
 */
export const beginAnnualReport = requires('annual-report:write')
  .input(z.strictObject({ areaId: AreaId, releaseId: ReleaseId, key: AttemptKey }))
  .output(Begun)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, releaseId } = input
    const change = { procedure: 'annual-report.begin', areaId, input, outcome: Begun }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await lockReports(tx, areaId)
      const { reportingYear } = await signedRelease(tx, areaId, releaseId)
      const reports = await reportsOf(tx, areaId)
      const ofYear = reports.filter((one) => one.reportingYear === reportingYear)
      if (ofYear.some(({ publishedAt }) => publishedAt === null)) throw new Refusal('annual-report-open')
      const earlier = reports.find((one) => one.publishedAt !== null && one.reportingYear <= reportingYear)
      const made = { by, at: parts.clock.now() }
      const reportId = AnnualReportId.parse(randomUUID())
      const edition = 1 + (ofYear[0]?.edition ?? 0)
      await addReport(
        tx,
        areaId,
        { reportId, reportingYear, edition, begunFrom: earlier?.reportId ?? null },
        made,
      )
      await pinRelease(tx, areaId, reportId, releaseId, made)
      const cipher = await areaCipher(tx, parts, areaId)
      const carried = earlier === undefined ? [] : await blocksOf(tx, cipher, areaId, earlier.reportId)
      for (const block of carried) {
        await addBlock(tx, cipher, areaId, reportId, {
          ...block,
          version: 1,
          origin: 'carried-over',
          writtenBy: by,
          writtenAt: made.at,
        })
      }
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.begin',
        object: { kind: 'annual-report', id: reportId },
      })
      return { reportId }
    })
  })
