import { AreaId, Refusal, requireArea, ServiceName, subscribersOf } from '@cdop/domain'
import { replayStream } from '@cdop/events'
import type { procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { ServiceParts } from './parts.ts'

/** Sends a subscriber an area's whole event log again: how it rebuilds what it has forgotten. */
export function replayProcedure<Parts extends ServiceParts>({
  requires,
}: Pick<ReturnType<typeof procedures<Parts>>, 'requires'>) {
  return requires('event:replay')
    .input(z.strictObject({ areaId: AreaId, subscriber: ServiceName }))
    .output(z.strictObject({ subjects: z.int() }))
    .mutation(({ ctx: { actor, parts }, input: { areaId, subscriber } }) => {
      requireArea(actor, areaId)
      if (!subscribersOf[parts.service].includes(subscriber)) throw new Refusal('not-found')
      return parts.database.transaction(actor, async (tx) => {
        await parts.audit.record(tx, actor, areaId, {
          action: 'event.replay',
          object: { kind: 'subscriber', id: subscriber },
        })
        return { subjects: await replayStream(tx, parts.service, areaId, subscriber) }
      })
    })
}
