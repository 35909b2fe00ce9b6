import { AreaId, PersonId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { grantedRoles, panelNeedsAgency, scrutineerStandsApart } from './granted-roles.ts'
import { changeMembership } from './membership-store.ts'

const Outcome = z.strictObject({ personId: PersonId })

/** Changes what a person is in an area, from their next request on. Nobody changes their own roles. */
export const setRoles = requires('user:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      personId: PersonId,
      ...grantedRoles,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    if (!panelNeedsAgency(input)) throw new Refusal('invalid-answers', ['agency'])
    if (!scrutineerStandsApart(input)) throw new Refusal('invalid-answers', ['roles'])
    const { actor, parts } = ctx
    const { areaId, personId, roles, agency = null } = input
    if (actor.kind === 'person' && actor.personId === personId) throw new Refusal('own-access')
    const change = { procedure: 'user.setRoles', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      if (!(await changeMembership(tx, areaId, personId, { roles, agency }))) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'user.set-roles',
        object: { kind: 'person', id: personId },
      })
      return { personId }
    })
  })
