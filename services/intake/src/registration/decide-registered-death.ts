import { AreaId, NoNotificationReason, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { lockDeath, type Placement, place } from './registered-death-store.ts'

const Decision = z.discriminatedUnion('is', [
  /** The notification proposed is of the same child. */
  z.strictObject({ is: z.literal('same-child') }),
  /** It is of another child: this one was not notified. */
  z.strictObject({ is: z.literal('other-child') }),
  /** Nobody had to notify this death here. */
  z.strictObject({ is: z.literal('not-for-panel'), reason: NoNotificationReason }),
])

/** A person says where a registered death belongs. What somebody decided is not proposed again. */
export const decideRegisteredDeath = requires('registration:load')
  .input(
    z.strictObject({
      areaId: AreaId,
      registeredDeathId: z.uuid(),
      version: z.int().positive(),
      key: AttemptKey,
      decision: Decision,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, registeredDeathId: id, version, decision } = input
    if (actor.kind !== 'person') throw new Refusal('forbidden')
    const by = actor.personId
    const change = { procedure: 'registration.decide', areaId, input, outcome: z.null() }
    await changeOnce(ctx, change, async (tx) => {
      const { notificationId, probability, reasons } = await lockDeath(tx, parts.keys, areaId, {
        id,
        version,
      })
      const placed = ((): Placement => {
        if (decision.is === 'not-for-panel') return { state: 'not-for-panel', reason: decision.reason }
        if (notificationId === null) throw new Refusal('stale')
        return decision.is === 'same-child'
          ? { state: 'matched', notificationId, probability, reasons }
          : { state: 'unmatched', notOf: notificationId }
      })()
      await place(tx, areaId, id, placed, { at: parts.clock.now(), by })
      await parts.audit.record(tx, actor, areaId, {
        action: `registration.${decision.is}`,
        object: { kind: 'registered-death', id },
      })
      return null
    })
  })
