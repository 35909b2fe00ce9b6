import { AreaId, PersonId, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { grantedRoles, panelNeedsAgency, scrutineerStandsApart } from './granted-roles.ts'
import { addMembership } from './membership-store.ts'
import { findOrAddUser } from './user-store.ts'

const Outcome = z.strictObject({ personId: PersonId })

/** Gives a person roles in an area. They sign in with the identity provider under this address. */
export const inviteUser = requires('user:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      email: z.email().max(254),
      displayName: text(120),
      ...grantedRoles,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    if (!panelNeedsAgency(input)) throw new Refusal('invalid-answers', ['agency'])
    if (!scrutineerStandsApart(input)) throw new Refusal('invalid-answers', ['roles'])
    const { actor, parts } = ctx
    const { areaId, email, displayName, roles, agency = null } = input
    const change = { procedure: 'user.invite', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      const personId = await findOrAddUser(tx, { email, displayName }, parts.clock.now())
      if (!(await addMembership(tx, areaId, personId, { roles, agency })))
        throw new Refusal('already-invited')
      await parts.audit.record(tx, actor, areaId, {
        action: 'user.invite',
        object: { kind: 'person', id: personId },
      })
      return { personId }
    })
  })
