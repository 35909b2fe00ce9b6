import { AreaId, DuplicateDecision, DuplicateReviewId, DuplicateReviewState, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { requirePerson } from '../identity/require-person.ts'
import { casesOf } from '../merge/known-record.ts'
import { requireOneBaby } from '../merge/may-merge.ts'
import { liveMergeOf, lockMerges } from '../merge/merge-store.ts'
import { reconsiderPair } from '../related/reconsider-pair.ts'
import { requires } from '../rpc.ts'
import { findReview, saveDecision } from './review-store.ts'
import { reviewedRecords } from './reviewed-records.ts'

const Decision = z.strictObject({
  areaId: AreaId,
  reviewId: DuplicateReviewId,
  key: AttemptKey,
  /** As the person saw it: a pair somebody else decided meanwhile is not decided over their head. */
  seen: DuplicateReviewState,
  decision: DuplicateDecision,
  pass: PassToken.exactOptional(),
})

const Decided = z.strictObject({ reviewId: DuplicateReviewId })

/**
 * Says whether two records are of the same child. "Different" is remembered and never proposed again; "same" is what a
 * merge can be proposed on; "unsure" leaves the pair for later.
 * @throws Refusal `stale`, `merge-under-way`, `different-babies`
 */
export const decideReview = requires('duplicate-review:decide')
  .input(Decision)
  .output(Decided)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'duplicate-review.decide', areaId: input.areaId, input, outcome: Decided },
      async (tx) => {
        const { actor, parts } = ctx
        const { personId } = requirePerson(actor)
        const { areaId, reviewId, seen, decision, pass } = input
        await lockMerges(tx, areaId)
        const review = await findReview(tx, areaId, reviewId)
        const [one, other] = await reviewedRecords(tx, parts.keys, areaId, review)
        await requirePass(parts.keyring, actor, casesOf(other === undefined ? [one] : [one, other]), pass)
        if (review.state !== seen) throw new Refusal('stale')
        if ((await liveMergeOf(tx, areaId, reviewId)) !== null) throw new Refusal('merge-under-way')
        if (decision === 'same' && other !== undefined) requireOneBaby(one, other)
        await saveDecision(tx, areaId, reviewId, { state: decision, by: personId, at: parts.clock.now() })
        if (other !== undefined) {
          await reconsiderPair(tx, ctx, areaId, [review.notificationId, review.candidateNotificationId])
        }
        await parts.audit.record(tx, actor, areaId, {
          action: `duplicate-review.decide-${decision}`,
          object: { kind: 'duplicate-review', id: reviewId },
          fieldClasses: ['identity'],
        })
        return { reviewId }
      },
    ),
  )
