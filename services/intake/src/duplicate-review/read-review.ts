import {
  AreaId,
  DuplicateReviewId,
  DuplicateReviewState,
  Instant,
  MergeId,
  PersonId,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { MatchReasons } from '../matching/proposed-reasons.ts'
import { casesOf } from '../merge/known-record.ts'
import { liveMergeOf } from '../merge/merge-store.ts'
import { requires } from '../rpc.ts'
import { RecordShown, recordShown } from './record-shown.ts'
import { findReview } from './review-store.ts'
import { reviewedRecords } from './reviewed-records.ts'

const ReviewShown = z.strictObject({
  reviewId: DuplicateReviewId,
  state: DuplicateReviewState,
  decidedBy: PersonId.nullable(),
  decidedAt: Instant.nullable(),
  reasons: MatchReasons,
  /** Of the pair being one child, from 0 to 1; null when nobody computed it. */
  probability: z.number().nullable(),
  /** Both records, or one when the other is kept by the area named in `elsewhere`. */
  records: z.array(RecordShown).min(1).max(2),
  elsewhere: AreaId.nullable(),
  /** A merge that is proposed or in force. */
  mergeId: MergeId.nullable(),
})

/**
 * Two records side by side. Of a child who has a case nothing is shown without a pass; the answer then says for which
 * cases one is needed. Audited before it is answered.
 */
export const readReview = requires('duplicate-review:read')
  .input(z.strictObject({ areaId: AreaId, reviewId: DuplicateReviewId, pass: PassToken.exactOptional() }))
  .output(ReviewShown)
  .query(({ ctx: { actor, parts }, input: { areaId, reviewId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const review = await findReview(tx, areaId, reviewId)
      const records = await reviewedRecords(tx, parts.keys, areaId, review)
      const cases = casesOf(records)
      if (pass !== undefined) await requirePass(parts.keyring, actor, cases, pass)
      const disclosed = pass !== undefined || cases.length === 0
      const fieldClasses = disclosed ? (['identity'] as const) : []
      await parts.audit.record(
        tx,
        actor,
        areaId,
        {
          action: 'duplicate-review.read',
          object: { kind: 'duplicate-review', id: reviewId },
          fieldClasses: [...fieldClasses],
        },
        ...(disclosed ? cases : []).map((id) => ({
          action: 'duplicate-review.read',
          object: { kind: 'case', id },
          fieldClasses: [...fieldClasses],
        })),
      )
      const merge = await liveMergeOf(tx, areaId, reviewId)
      return {
        reviewId,
        state: review.state,
        decidedBy: review.decidedBy,
        decidedAt: review.decidedAt,
        reasons: review.reasons,
        probability: review.probability,
        records: records.map((record) => recordShown(record, record.identity, disclosed)),
        elsewhere: review.candidateAreaId === areaId ? null : review.candidateAreaId,
        mergeId: merge?.id ?? null,
      }
    })
  })
