import { AreaId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { Fallback } from './on-call-turn.ts'
import { requirePerson } from './require-person.ts'
import { saveFallback } from './rota-store.ts'

const Outcome = z.strictObject({ areaId: AreaId })

/** Names whom a page goes to when nobody is on call or nobody answers: the designated doctor, as a rule. */
export const setFallback = requires('rota:write')
  .input(z.strictObject({ areaId: AreaId, key: AttemptKey, ...Fallback.shape }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { personId: by } = requirePerson(actor)
    const { areaId, name, email } = input
    return changeOnce(ctx, { procedure: 'rota.setFallback', areaId, input, outcome: Outcome }, async (tx) => {
      await saveFallback(tx, areaId, { name, email }, { by, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'rota.set-fallback',
        object: { kind: 'area', id: areaId },
      })
      return { areaId }
    })
  })
