import { type Actor, type AreaId, type CaseId, Refusal, requireArea } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import type { ServiceParts } from '@cdop/service'
import type { ChildIdentity } from './child-identity.ts'
import { openIdentities } from './child-store.ts'

type Asked = { action: string; areaId: AreaId; caseIds: readonly CaseId[]; pass: string }

/**
 * The holder of a mailed link has no rows of its own here. Once the pass is accepted, intake looks on its own account;
 * the audit still names the link holder.
 */
function onWhoseAccount(actor: Actor, areaId: AreaId): Actor {
  if (actor.kind !== 'link') return actor
  return { kind: 'service', service: 'intake', areaId, onBehalfOf: null, requestId: actor.requestId }
}

/**
 * Opens who the children of some cases are to somebody who holds a pass for each, and runs `use` on it. One audit
 * entry per case stands in the same transaction, but for a further look in a visit in which the first was written down. `open` says which identities: those known now unless told otherwise.
 * @throws Refusal `not-found` whatever is wrong with the pass or a case
 */
export async function disclose<Result>(
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  { action, areaId, caseIds, pass: token }: Asked,
  use: (identities: readonly (ChildIdentity & { caseId: CaseId })[]) => Result,
  open: typeof openIdentities = openIdentities,
): Promise<Result> {
  requireArea(actor, areaId)
  const pass = await acceptPass(parts.keyring, actor, token)
  const covered = caseIds.every((caseId) => pass.caseIds.includes(caseId))
  if (!covered || !pass.fieldClasses.includes('identity')) throw new Refusal('not-found')
  return parts.database.transaction(onWhoseAccount(actor, areaId), async (tx) => {
    const identities = await open(tx, parts.keys, areaId, caseIds)
    if (!(pass.again === true && action === 'identity.read')) {
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...caseIds.map((id) => ({
          action,
          object: { kind: 'case', id },
          fieldClasses: ['identity' as const],
        })),
      )
    }
    return use(identities)
  })
}
