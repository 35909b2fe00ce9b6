import { AnnualReportId, AreaId, pointersIn, Refusal, ReleaseId } from '@cdop/domain'
import { AttemptKey, areaCipher, changeOnce } from '@cdop/service'
import { ReportSectionId } from '@cdop/statistics'
import { z } from 'zod'
import { signedRelease } from '../release/release-head-store.ts'
import { requires } from '../rpc.ts'
import { lockDraft, pinRelease } from './annual-report-store.ts'
import { readWith, releaseTables } from './draft-report.ts'
import { addBlock, blocksOf, Prose } from './report-block-store.ts'
import { writerOf } from './writer-of.ts'

const Saved = z.strictObject({ version: z.int().positive() })

/**
 * Saves what a section says as its next version; the same words again say that somebody has looked at them. What it says may have
 * faults: they keep the report from being published, not from being written.
 * @throws Refusal `stale` when another version was saved meanwhile; `identifiers-in-note`, `annual-report-published`, `not-found`
 */
export const saveReportSection = requires('annual-report:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      reportId: AnnualReportId,
      section: ReportSectionId,
      /** The version as it was looked at; 0 when there was none. */
      version: z.int().nonnegative(),
      prose: Prose,
      key: AttemptKey,
    }),
  )
  .output(Saved)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, reportId, section, prose } = input
    const found = pointersIn(prose)
    if (found.length > 0) throw new Refusal('identifiers-in-note', found)
    const change = { procedure: 'annual-report.save', areaId, input, outcome: Saved }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { releaseId } = await lockDraft(tx, areaId, reportId)
      const cipher = await areaCipher(tx, parts, areaId)
      const blocks = await blocksOf(tx, cipher, areaId, reportId)
      const newest = blocks.find((one) => one.section === section)?.version ?? 0
      if (newest !== input.version) throw new Refusal('stale')
      const version = newest + 1
      const { figures: seen } = readWith(prose, await releaseTables(tx, areaId, releaseId))
      const made = { origin: 'written' as const, writtenBy: by, writtenAt: parts.clock.now() }
      await addBlock(tx, cipher, areaId, reportId, { section, version, prose, seen, ...made })
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.save',
        object: { kind: 'annual-report', id: reportId },
      })
      return { version }
    })
  })

const Pinned = z.strictObject({ releaseId: ReleaseId })

/**
 * Has a draft read from another release of its year. Sections whose figures say something else then are stale until somebody has
 * looked at them, and sentences that were held are decided anew.
 * @throws Refusal `invalid-answers` for a release of another year; `annual-report-published`, `not-found`
 */
export const pinReportRelease = requires('annual-report:write')
  .input(z.strictObject({ areaId: AreaId, reportId: AnnualReportId, releaseId: ReleaseId, key: AttemptKey }))
  .output(Pinned)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, reportId, releaseId } = input
    const change = { procedure: 'annual-report.pin', areaId, input, outcome: Pinned }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const head = await lockDraft(tx, areaId, reportId)
      const { reportingYear } = await signedRelease(tx, areaId, releaseId)
      if (reportingYear !== head.reportingYear) throw new Refusal('invalid-answers', ['releaseId'])
      if (releaseId !== head.releaseId) {
        await pinRelease(tx, areaId, reportId, releaseId, { by, at: parts.clock.now() })
      }
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.pin',
        object: { kind: 'annual-report', id: reportId },
      })
      return { releaseId }
    })
  })
