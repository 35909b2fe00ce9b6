import { AreaId, Refusal, TurnId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { endTurn } from './rota-store.ts'

const Outcome = z.strictObject({ turnId: TurnId })

/** Takes somebody off the rota from now on. @throws Refusal `not-found` when the turn is over or was ended */
export const endOnCallTurn = requires('rota:write')
  .input(z.strictObject({ areaId: AreaId, turnId: TurnId, key: AttemptKey }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, turnId } = input
    return changeOnce(ctx, { procedure: 'rota.end', areaId, input, outcome: Outcome }, async (tx) => {
      if (!(await endTurn(tx, areaId, turnId, parts.clock.now()))) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'rota.end',
        object: { kind: 'turn', id: turnId },
      })
      return { turnId }
    })
  })
