import { type Actor, type CaseId, Refusal } from '@cdop/domain'
import { acceptPass, type Keyring } from '@cdop/rpc'

/**
 * Holds an actor to case-review's word on every one of these cases; where there is no case, intake decides alone.
 * @throws Refusal `not-found` without a pass for the identity of each
 */
export async function requirePass(
  keyring: Keyring,
  actor: Actor,
  caseIds: readonly CaseId[],
  token: string | undefined,
): Promise<void> {
  if (caseIds.length === 0) return
  if (token === undefined) throw new Refusal('not-found')
  const pass = await acceptPass(keyring, actor, token)
  const covered = caseIds.every((caseId) => pass.caseIds.includes(caseId))
  if (!covered || !pass.fieldClasses.includes('identity')) throw new Refusal('not-found')
}
