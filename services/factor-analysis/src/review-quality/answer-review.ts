import {
  AreaId,
  QUALITY_CHECKLIST,
  QualityAnswers,
  QualityReviewId,
  Refusal,
  requireArea,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseCipher } from '../analysis/analysis-store.ts'
import { refuseBlinded } from '../double-coding/blindness.ts'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { keepQuality, qualityReview, sealNote } from './quality-review-store.ts'

/** What somebody adds to their answers in their own words. */
const QualityNote = text(2_000)

/**
 * Keeps what somebody who did not decide a case finds of its review: once, dated, every question answered.
 * @throws Refusal `not-found`, `reviewer-decided`, `quality-answered`, `second-coding-open`, and those of case-review
 */
export const answerReview = requires('review-quality:answer')
  .input(
    z.strictObject({
      areaId: AreaId,
      reviewId: QualityReviewId,
      key: AttemptKey,
      answers: QualityAnswers,
      note: QualityNote.nullable(),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, reviewId, answers, note } = input
    requireArea(actor, areaId)
    const by = writerOf(actor)
    const drawn = await parts.database.transaction(actor, (tx) => qualityReview(tx, areaId, reviewId))
    if (drawn.decidedBy.includes(by)) throw new Refusal('reviewer-decided')
    // case-review has its own word on whether they may read the case.
    const { caseId } = drawn
    await caseReviewFor({ actor, assertion, parts }).reviewQuality.open.query({ areaId, caseId })
    const change = { procedure: 'reviewQuality.answer', areaId, input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const found = await qualityReview(tx, areaId, reviewId, { lock: true })
      if (found.found !== null) throw new Refusal('quality-answered')
      await refuseBlinded(tx, actor, areaId, caseId)
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const sealedNote = note === null ? null : sealNote(cipher, reviewId, note)
      const on = parts.clock.today()
      await keepQuality(tx, areaId, reviewId, { checklist: QUALITY_CHECKLIST, answers, sealedNote, by, on })
      await parts.audit.record(tx, actor, areaId, {
        action: 'review-quality.answer',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return null
    })
  })
