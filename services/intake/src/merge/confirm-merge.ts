import { AreaId, MergeId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { confirmedAgain } from './confirmed-again.ts'
import { openRecord } from './known-record.ts'
import { requireMergeable } from './may-merge.ts'
import { correctedEvents, mergedEvent } from './merge-events.ts'
import { saveDecision, saveDuplicate } from './merge-store.ts'
import { type LockedMerge, lockMerge, requireMayDecide } from './waiting-merge.ts'

/** A step on a merge, by the version that was seen. */
export const MergeStep = z.strictObject({
  areaId: AreaId,
  mergeId: MergeId,
  key: AttemptKey,
  version: z.int().positive(),
  pass: PassToken.exactOptional(),
})

export const SteppedMerge = z.strictObject({ mergeId: MergeId })

/** @throws Refusal `merge-outdated` when another merge, or a decision, has changed one of the records since */
function requireUnchanged({ merge, merged, surviving }: LockedMerge): void {
  const unchanged =
    merged.identityFrom === merge.mergedBasedOn && surviving.identityFrom === merge.survivingBasedOn
  if (!unchanged || surviving.state === 'out-of-scope') throw new Refusal('merge-outdated')
}

/**
 * Confirms a merge somebody else proposed: from now on the one record stands for both. Nothing moves.
 * @throws Refusal `merge-needs-second-person` to the proposer, `merge-decided`, `stale`, `merge-outdated`
 */
export const confirmMerge = requires('merge:decide')
  .input(MergeStep)
  .output(SteppedMerge)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'merge.confirm', areaId: input.areaId, input, outcome: SteppedMerge },
      async (tx) => {
        const { parts } = ctx
        const actor = requirePerson(ctx.actor)
        const { areaId, mergeId } = input
        const locked = await lockMerge(tx, { actor, parts }, input)
        const { merge, merged, surviving } = locked
        requireMayDecide(merge, actor, 'confirmed')
        requireUnchanged(locked)
        requireMergeable(merged, surviving)

        const at = parts.clock.now()
        await saveDecision(tx, areaId, mergeId, 'confirmed', { by: actor.personId, at })
        await saveDuplicate(tx, areaId, merged.notificationId, at)
        const now = await openRecord(tx, parts.keys, areaId, surviving.notificationId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'merge.confirm',
          object: { kind: 'merge', id: mergeId },
          fieldClasses: ['identity'],
        })
        await parts.publisher.publish(
          tx,
          actor,
          areaId,
          mergedEvent({ mergeId, merged, surviving }),
          ...correctedEvents(surviving, now),
          ...(await confirmedAgain(tx, areaId, surviving, now)),
        )
        return { mergeId }
      },
    ),
  )
