import { AreaId, subscribersOf } from '@cdop/domain'
import { replayStream } from '@cdop/events'
import { z } from 'zod'
import { requireOwnArea } from '../area/own-area.ts'
import { requires } from '../rpc.ts'

/** Sends a subscriber an area's whole event log again. */
export const replayEvents = requires('event:replay')
  .input(z.strictObject({ areaId: AreaId, subscriber: z.enum(subscribersOf.intake) }))
  .output(z.strictObject({ subjects: z.int() }))
  .mutation(({ ctx: { actor, parts }, input: { areaId, subscriber } }) => {
    requireOwnArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'event.replay',
        object: { kind: 'area', id: areaId },
      })
      return { subjects: await replayStream(tx, 'intake', areaId, subscriber) }
    })
  })
