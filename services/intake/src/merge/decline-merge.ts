import { changeOnce } from '@cdop/service'
import { saveDecision as decideReview } from '../duplicate-review/review-store.ts'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { MergeStep, SteppedMerge } from './confirm-merge.ts'
import { saveDecision } from './merge-store.ts'
import { lockMerge, requireMayDecide } from './waiting-merge.ts'

/**
 * Declines a merge somebody else proposed: the two records stay two, and the pair is open again.
 * @throws Refusal `merge-needs-second-person`, `merge-decided`, `stale`
 */
export const declineMerge = requires('merge:decide')
  .input(MergeStep)
  .output(SteppedMerge)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'merge.decline', areaId: input.areaId, input, outcome: SteppedMerge },
      async (tx) => {
        const { parts } = ctx
        const actor = requirePerson(ctx.actor)
        const { areaId, mergeId } = input
        const { merge } = await lockMerge(tx, { actor, parts }, input)
        requireMayDecide(merge, actor, 'declined')
        await saveDecision(tx, areaId, mergeId, 'declined', { by: actor.personId, at: parts.clock.now() })
        await decideReview(tx, areaId, merge.reviewId, null)
        await parts.audit.record(tx, actor, areaId, {
          action: 'merge.decline',
          object: { kind: 'merge', id: mergeId },
        })
        return { mergeId }
      },
    ),
  )
