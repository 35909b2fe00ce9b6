import { AreaId, mayDo, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { Fallback, OnCallTurn } from './on-call-turn.ts'
import { fallbackOf, turnsFrom } from './rota-store.ts'
import { webhookSecret } from './webhook-secret.ts'

/** The rota of an area from now on, and whom nobody else stands in for. Where pages are posted is for its keepers. */
export const readRota = requires('rota:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({
      turns: z.array(OnCallTurn),
      fallback: Fallback.nullable(),
      /** What posted pages are signed with; null to whoever does not keep the rota. */
      webhookSecret: z.string().nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const keeps = mayDo(actor, 'rota:write')
    return parts.database.transaction(actor, async (tx) => {
      const turns = await turnsFrom(tx, areaId, parts.clock.now())
      await parts.audit.record(tx, actor, areaId, {
        action: 'rota.read',
        object: { kind: 'area', id: areaId },
      })
      return {
        turns: turns.map((turn) => (keeps ? turn : { ...turn, webhook: null })),
        fallback: await fallbackOf(tx, areaId),
        webhookSecret: keeps ? webhookSecret(parts.keys, areaId) : null,
      }
    })
  })
