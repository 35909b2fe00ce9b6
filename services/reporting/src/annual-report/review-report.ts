import { randomUUID } from 'node:crypto'
import { AnnualReportId, AreaId, pointersIn, Refusal, ReportCommentId, ReportHoldId } from '@cdop/domain'
import { AttemptKey, areaCipher, changeOnce } from '@cdop/service'
import { ReportSectionId } from '@cdop/statistics'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { lockDraft } from './annual-report-store.ts'
import { draftOf } from './draft-report.ts'
import {
  addComment,
  addHold,
  CommentWords,
  decideHold,
  holdsOf,
  KnownFactsTest,
  ReportHold,
  settle,
} from './report-review-store.ts'
import { writerOf } from './writer-of.ts'

const Asked = z.strictObject({ areaId: AreaId, reportId: AnnualReportId, key: AttemptKey })
const Commented = z.strictObject({ commentId: ReportCommentId })
const Held = z.strictObject({ holdId: ReportHoldId })

const refusePointers = (words: string) => {
  const found = pointersIn(words)
  if (found.length > 0) throw new Refusal('identifiers-in-note', found)
}

/** Remarks on a section. @throws Refusal `identifiers-in-note`, `annual-report-published`, `not-found` */
export const commentOnReport = requires('annual-report:comment')
  .input(Asked.extend({ section: ReportSectionId, words: CommentWords }))
  .output(Commented)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const madeBy = writerOf(actor)
    const { areaId, reportId, section, words } = input
    refusePointers(words)
    const change = { procedure: 'annual-report.comment', areaId, input, outcome: Commented }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await lockDraft(tx, areaId, reportId)
      const commentId = ReportCommentId.parse(randomUUID())
      const made = { madeBy, madeAt: parts.clock.now(), settledBy: null, settledAt: null }
      const cipher = await areaCipher(tx, parts, areaId)
      await addComment(tx, cipher, areaId, reportId, { commentId, section, words, ...made })
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.comment',
        object: { kind: 'annual-report', id: reportId },
      })
      return { commentId }
    })
  })

/** Says that a comment is dealt with. @throws Refusal `not-found` where it is not open, `annual-report-published` */
export const settleReportComment = requires('annual-report:comment')
  .input(Asked.extend({ commentId: ReportCommentId }))
  .output(Commented)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, reportId, commentId } = input
    const change = { procedure: 'annual-report.settleComment', areaId, input, outcome: Commented }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await lockDraft(tx, areaId, reportId)
      await settle(tx, areaId, reportId, commentId, { by, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.settle-comment',
        object: { kind: 'annual-report', id: reportId },
      })
      return { commentId }
    })
  })

/**
 * Asks that a held sentence may stand: what somebody who knows of a death from the news would learn from it, and why it is worth
 * saying. Nothing stands by this alone.
 * @throws Refusal `stale` where the sentence is not held in the section as it stands, or is asked about already; `not-found`,
 * `identifiers-in-note`, `annual-report-published`
 */
export const askForSentence = requires('annual-report:write')
  .input(
    Asked.extend({
      section: ReportSectionId,
      sentence: ReportHold.shape.sentence,
      learnt: KnownFactsTest,
      reason: ReportHold.shape.reason,
    }),
  )
  .output(Held)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const askedBy = writerOf(actor)
    const { areaId, reportId, section, sentence, learnt, reason } = input
    refusePointers(reason)
    const change = { procedure: 'annual-report.askForSentence', areaId, input, outcome: Held }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const head = await lockDraft(tx, areaId, reportId)
      const { releaseId } = head
      const draft = await draftOf(tx, parts, areaId, head)
      const found = draft.sections.find(({ block }) => block.section === section)
      const isHeld = found?.read.held.some((one) => one.sentence === sentence) ?? false
      const isAsked = draft.holds.some(
        (one) =>
          one.section === section &&
          one.sentence === sentence &&
          one.releaseId === releaseId &&
          one.outcome === null,
      )
      if (!isHeld || isAsked) throw new Refusal('stale')
      const holdId = ReportHoldId.parse(randomUUID())
      const cipher = await areaCipher(tx, parts, areaId)
      const undecided = { outcome: null, decidedBy: null, decidedAt: null }
      const asked = { askedBy, askedAt: parts.clock.now(), ...undecided }
      await addHold(tx, cipher, areaId, reportId, {
        ...{ holdId, section, releaseId, sentence, learnt, reason },
        ...asked,
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.ask-for-sentence',
        object: { kind: 'annual-report', id: reportId },
      })
      return { holdId }
    })
  })

/**
 * Decides about a held sentence, as the second person.
 * @throws Refusal `annual-report-needs-another` for whoever asked; `stale` when it is decided; `not-found`
 */
export const decideSentence = requires('annual-report:decide')
  .input(Asked.extend({ holdId: ReportHoldId, outcome: z.enum(['may-stand', 'must-go']) }))
  .output(Held)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const decidedBy = writerOf(actor)
    const { areaId, reportId, holdId, outcome } = input
    const change = { procedure: 'annual-report.decideSentence', areaId, input, outcome: Held }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await lockDraft(tx, areaId, reportId)
      const cipher = await areaCipher(tx, parts, areaId)
      const hold = (await holdsOf(tx, cipher, areaId, reportId)).find((one) => one.holdId === holdId)
      if (hold === undefined) throw new Refusal('not-found')
      if (hold.outcome !== null) throw new Refusal('stale')
      if (hold.askedBy === decidedBy) throw new Refusal('annual-report-needs-another')
      await decideHold(tx, areaId, reportId, { holdId, outcome, decidedBy, decidedAt: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.decide-sentence',
        object: { kind: 'annual-report', id: reportId },
      })
      return { holdId }
    })
  })
