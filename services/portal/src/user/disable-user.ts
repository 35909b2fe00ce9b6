import { AreaId, PersonId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { endSessionsIn } from '../session/session-store.ts'
import { writeOnce } from '../write-once.ts'
import { disableMembership } from './membership-store.ts'

const Outcome = z.strictObject({ personId: PersonId })

/** Takes a person's access to an area away and ends their sessions in it. Nobody shuts themselves out. */
export const disableUser = requires('user:write')
  .input(z.strictObject({ areaId: AreaId, personId: PersonId, key: z.string().min(8).max(100) }))
  .output(Outcome)
  .mutation(({ ctx, input: { areaId, personId, key } }) => {
    const { actor, parts } = ctx
    if (actor.kind === 'person' && actor.personId === personId) throw new Refusal('own-access')
    const asked = { procedure: 'user.disable', areaId, key, body: { areaId, personId } }
    return writeOnce(ctx, asked, Outcome.parse, async (tx) => {
      if (!(await disableMembership(tx, areaId, personId, parts.clock.now()))) throw new Refusal('not-found')
      await endSessionsIn(tx, areaId, personId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'user.disable',
        object: { kind: 'person', id: personId },
      })
      return { personId }
    })
  })
