import {
  AreaId,
  FEWEST_QUALITY_REVIEWS,
  QUALITY_CHECKLIST,
  type QualityAnswers,
  QualityQuestion,
  requireArea,
} from '@cdop/domain'
import { Percentage, percentage, reviews as reviewCount } from '@cdop/statistics'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { qualityReviews } from './quality-review-store.ts'

const OfQuestion = z.strictObject({
  question: QualityQuestion,
  /** Null where fewer than the fewest could be judged: nothing is said then, also not how many. */
  judged: z
    .strictObject({
      reviews: z.int(),
      met: z.int(),
      partly: z.int(),
      notMet: z.int(),
      /** Of those judged, with its interval by Wilson. */
      share: Percentage,
    })
    .nullable(),
})

export const QualityFigures = z.strictObject({
  checklist: z.string(),
  fewest: z.int(),
  /** Null below the fewest. */
  lookedAt: z.int().nullable(),
  questions: z.array(OfQuestion),
})
export type QualityFigures = z.infer<typeof QualityFigures>

/** Figures by question; where nobody could tell, a review counts for nothing. */
function qualityFigures(found: readonly QualityAnswers[]): QualityFigures {
  return {
    checklist: QUALITY_CHECKLIST,
    fewest: FEWEST_QUALITY_REVIEWS,
    lookedAt: found.length < FEWEST_QUALITY_REVIEWS ? null : found.length,
    questions: QualityQuestion.options.map((question) => {
      const said = (answer: string) => found.filter((one) => one[question] === answer).length
      const [met, partly, notMet] = [said('met'), said('partly'), said('not-met')]
      const judged = met + partly + notMet
      if (judged < FEWEST_QUALITY_REVIEWS) return { question, judged: null }
      const share = percentage(reviewCount(met), reviewCount(judged))
      return { question, judged: { reviews: judged, met, partly, notMet, share } }
    }),
  }
}

/** How good the reviews of an area are, from those that were drawn: of all of them, never of one. Audited. */
export const readQuality = requires('review-quality:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(QualityFigures)
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'review-quality.figures',
        object: { kind: 'figure', id: 'review-quality' },
      })
      const found = (await qualityReviews(tx, areaId)).flatMap((one) =>
        one.found?.checklist === QUALITY_CHECKLIST ? [one.found.answers] : [],
      )
      return qualityFigures(found)
    })
  })
