import {
  AnswerBody,
  AreaId,
  PlainDate,
  QualityAnswers,
  QualityReviewId,
  Refusal,
  requireArea,
} from '@cdop/domain'
import {
  ANALYSIS_FORM,
  formVersion,
  fromQuestionnaireResponse,
  SummarySection,
  statutoryForms,
  summary,
} from '@cdop/forms'
import { z } from 'zod'
import { caseCipher, versionsOf } from '../analysis/analysis-store.ts'
import { readUnblinded } from '../double-coding/blindness.ts'
import { PackToCode, packRead } from '../double-coding/pack-to-code.ts'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { openNote, qualityReview } from './quality-review-store.ts'

const OpenedReview = z.strictObject({
  pack: PackToCode,
  /** How many questions the family put to whom, and how many have no answer. */
  familyQuestions: z.array(z.strictObject({ body: AnswerBody, asked: z.int(), open: z.int() })),
  reviewedOn: PlainDate,
  sections: z.array(SummarySection),
  /** What was found; null while nobody has looked at it. */
  found: z.strictObject({ answers: QualityAnswers, note: z.string().nullable(), on: PlainDate }).nullable(),
})
type OpenedReview = z.infer<typeof OpenedReview>

/**
 * A drawn review as it is looked at: what the panel read, what it agreed, and what was found. Audited first, here and where the
 * pack lies. While a second panel codes the case its analysis is closed here too.
 * @throws Refusal `not-found`, `reviewer-decided`, `second-coding-open`, and those of case-review
 */
export const openReview = requires('review-quality:answer')
  .input(z.strictObject({ areaId: AreaId, reviewId: QualityReviewId }))
  .output(OpenedReview)
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId, reviewId } }): Promise<OpenedReview> => {
    requireArea(actor, areaId)
    const reader = writerOf(actor)
    const drawn = await parts.database.transaction(actor, (tx) => qualityReview(tx, areaId, reviewId))
    if (drawn.decidedBy.includes(reader)) throw new Refusal('reviewer-decided')
    const { caseId } = drawn
    const { open } = caseReviewFor({ actor, assertion, parts }).reviewQuality
    const pack = await open.query({ areaId, caseId })
    return parts.database.transaction(actor, async (tx) => {
      await readUnblinded(tx, actor, areaId, caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'review-quality.open',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['pack', 'analysis'],
      })
      const agreed = (await versionsOf(tx, areaId, caseId)).find((one) => one.revision === drawn.revision)
      if (agreed?.state !== 'agreed') throw new Error('a drawn review was agreed')
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const form = formVersion(statutoryForms, ANALYSIS_FORM, agreed.formVersion)
      const stored = cipher.openJson('analyses', 'sealed_answers', agreed.sealedAnswers)
      const { found } = drawn
      return {
        pack: packRead(pack),
        familyQuestions: pack.familyQuestions,
        reviewedOn: agreed.reviewedOn,
        sections: summary(form, fromQuestionnaireResponse(form, stored)),
        found: found && {
          answers: found.answers,
          note: found.sealedNote && openNote(cipher, reviewId, found.sealedNote),
          on: found.on,
        },
      }
    })
  })
