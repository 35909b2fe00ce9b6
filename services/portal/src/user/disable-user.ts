import { AreaId, PersonId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { endSessionsIn } from '../session/session-store.ts'
import { disableMembership } from './membership-store.ts'

const Outcome = z.strictObject({ personId: PersonId })

/** Takes a person's access to an area away and ends their sessions in it. Nobody shuts themselves out. */
export const disableUser = requires('user:write')
  .input(z.strictObject({ areaId: AreaId, personId: PersonId, key: AttemptKey }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { areaId, personId } = input
    const { actor, parts } = ctx
    if (actor.kind === 'person' && actor.personId === personId) throw new Refusal('own-access')
    const change = { procedure: 'user.disable', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      if (!(await disableMembership(tx, areaId, personId, parts.clock.now()))) throw new Refusal('not-found')
      await endSessionsIn(tx, areaId, personId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'user.disable',
        object: { kind: 'person', id: personId },
      })
      return { personId }
    })
  })
