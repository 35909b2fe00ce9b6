import { AreaId, PersonId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { writeOnce } from '../write-once.ts'
import { grantedRoles, panelNeedsAgency } from './granted-roles.ts'
import { changeMembership } from './membership-store.ts'

const Outcome = z.strictObject({ personId: PersonId })

/** Changes what a person is in an area, from their next request on. Nobody changes their own roles. */
export const setRoles = requires('user:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      personId: PersonId,
      ...grantedRoles,
      key: z.string().min(8).max(100),
    }),
  )
  .output(Outcome)
  .mutation(({ ctx, input: { key, ...grant } }) => {
    if (!panelNeedsAgency(grant)) throw new Refusal('invalid-answers', ['agency'])
    const { actor, parts } = ctx
    const { areaId, personId, roles, agency = null } = grant
    if (actor.kind === 'person' && actor.personId === personId) throw new Refusal('own-access')
    const body = { areaId, personId, roles, agency }
    return writeOnce(ctx, { procedure: 'user.setRoles', areaId, key, body }, Outcome.parse, async (tx) => {
      if (!(await changeMembership(tx, areaId, personId, { roles, agency }))) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'user.set-roles',
        object: { kind: 'person', id: personId },
      })
      return { personId }
    })
  })
