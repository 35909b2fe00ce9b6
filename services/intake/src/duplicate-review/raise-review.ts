import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, CaseId, DuplicateReviewId, NotificationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { notificationOfCase } from '../case/case-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { RAISED_BY_A_PERSON } from '../matching/proposed-reasons.ts'
import { casesOf, openRecord, standingOf } from '../merge/known-record.ts'
import { lockMerges } from '../merge/merge-store.ts'
import { requires } from '../rpc.ts'
import { addReview, reviewOfPair } from './review-store.ts'

const Raised = z.strictObject({ reviewId: DuplicateReviewId })

/** The other record: a case, or a notification that has none. */
const Other = z.union([
  z.strictObject({ caseId: CaseId }),
  z.strictObject({ notificationId: NotificationId }),
])
type Other = z.infer<typeof Other>

/** @throws Refusal `not-found`, also to an actor of another area */
async function recordOf(tx: Db, areaId: AreaId, other: Other): Promise<NotificationId> {
  if ('notificationId' in other) return other.notificationId
  const kept = await notificationOfCase(tx, areaId, other.caseId)
  if (kept === null) throw new Refusal('not-found')
  return kept
}

/**
 * Has a notification compared with another record although no matching proposed it. A pair that was looked at before
 * gives the review there is, with what was decided.
 * @throws Refusal `already-one-record`, `not-found`
 */
export const raiseReview = requires('duplicate-review:decide')
  .input(
    z.strictObject({
      areaId: AreaId,
      notificationId: NotificationId,
      with: Other,
      key: AttemptKey,
      pass: PassToken.exactOptional(),
    }),
  )
  .output(Raised)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'duplicate-review.raise', areaId: input.areaId, input, outcome: Raised },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, notificationId, pass } = input
        await lockMerges(tx, areaId)
        const candidateId = await standingOf(tx, areaId, await recordOf(tx, areaId, input.with))
        const record = await openRecord(tx, parts.keys, areaId, await standingOf(tx, areaId, notificationId))
        const candidate = await openRecord(tx, parts.keys, areaId, candidateId)
        await requirePass(parts.keyring, actor, casesOf([record, candidate]), pass)
        if (record.notificationId === candidateId) throw new Refusal('already-one-record')
        const pair = { notificationId: record.notificationId, candidateNotificationId: candidateId }
        const known = await reviewOfPair(tx, areaId, pair)
        if (known !== null) return { reviewId: known }
        const reviewId = DuplicateReviewId.parse(randomUUID())
        await addReview(tx, areaId, {
          reviewId,
          ...pair,
          reasons: [RAISED_BY_A_PERSON],
          proposedAt: parts.clock.now(),
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'duplicate-review.raise',
          object: { kind: 'duplicate-review', id: reviewId },
        })
        return { reviewId }
      },
    ),
  )
