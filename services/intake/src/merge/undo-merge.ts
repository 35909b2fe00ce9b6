import { Refusal, stepMerge } from '@cdop/domain'
import { changeOnce } from '@cdop/service'
import { saveDecision as decideReview } from '../duplicate-review/review-store.ts'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { MergeStep, SteppedMerge } from './confirm-merge.ts'
import { confirmedAgain } from './confirmed-again.ts'
import { openRecord } from './known-record.ts'
import { correctedEvents, mergeUndoneEvent } from './merge-events.ts'
import { laterMergeStands, saveDuplicate, saveUndone } from './merge-store.ts'
import { lockMerge } from './waiting-merge.ts'

/**
 * Undoes a merge: both records are as they were before it, and the pair is open again.
 * @throws Refusal `later-merge-first`, `merge-decided`, `stale`
 */
export const undoMerge = requires('merge:undo')
  .input(MergeStep)
  .output(SteppedMerge)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'merge.undo', areaId: input.areaId, input, outcome: SteppedMerge },
      async (tx) => {
        const { parts } = ctx
        const actor = requirePerson(ctx.actor)
        const { areaId, mergeId } = input
        const { merge, merged, surviving } = await lockMerge(tx, { actor, parts }, input)
        stepMerge(merge.state, 'undone')
        if (await laterMergeStands(tx, areaId, merge)) throw new Refusal('later-merge-first')

        await saveUndone(tx, areaId, mergeId, { by: actor.personId, at: parts.clock.now() })
        await saveDuplicate(tx, areaId, merged.notificationId, null)
        await decideReview(tx, areaId, merge.reviewId, null)
        const now = await openRecord(tx, parts.keys, areaId, surviving.notificationId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'merge.undo',
          object: { kind: 'merge', id: mergeId },
          fieldClasses: ['identity'],
        })
        await parts.publisher.publish(
          tx,
          actor,
          areaId,
          mergeUndoneEvent({ mergeId, merged }),
          ...correctedEvents(surviving, now),
          ...(await confirmedAgain(tx, areaId, surviving, now)),
        )
        return { mergeId }
      },
    ),
  )
