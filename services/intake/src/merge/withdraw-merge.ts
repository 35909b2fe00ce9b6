import { changeOnce } from '@cdop/service'
import { saveDecision as decideReview } from '../duplicate-review/review-store.ts'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { MergeStep, SteppedMerge } from './confirm-merge.ts'
import { saveDecision } from './merge-store.ts'
import { lockMerge, requireMayDecide } from './waiting-merge.ts'

/**
 * Takes back a merge the same person proposed; the pair is open again.
 * @throws Refusal `merge-not-yours`, `merge-decided`, `stale`
 */
export const withdrawMerge = requires('merge:propose')
  .input(MergeStep)
  .output(SteppedMerge)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'merge.withdraw', areaId: input.areaId, input, outcome: SteppedMerge },
      async (tx) => {
        const { parts } = ctx
        const actor = requirePerson(ctx.actor)
        const { areaId, mergeId } = input
        const { merge } = await lockMerge(tx, { actor, parts }, input)
        requireMayDecide(merge, actor, 'withdrawn')
        await saveDecision(tx, areaId, mergeId, 'withdrawn', { by: actor.personId, at: parts.clock.now() })
        await decideReview(tx, areaId, merge.reviewId, null)
        await parts.audit.record(tx, actor, areaId, {
          action: 'merge.withdraw',
          object: { kind: 'merge', id: mergeId },
        })
        return { mergeId }
      },
    ),
  )
