import { type Actor, type CaseId, Refusal } from '@cdop/domain'
import { acceptPass, type Keyring } from '@cdop/rpc'

/**
 * Before there is a case, intake decides alone. Afterwards who may see the child is case-review's to say, so that a
 * declared conflict counts here too: false without a pass for the case.
 * @throws Refusal `not-found` when the pass is not for this case
 */
export async function mayDisclose(
  keyring: Keyring,
  actor: Actor,
  caseId: CaseId | null,
  token: string | undefined,
): Promise<boolean> {
  if (caseId === null) return true
  if (token === undefined) return false
  const pass = await acceptPass(keyring, actor, token)
  const covered = pass.caseIds.includes(caseId) && pass.fieldClasses.includes('identity')
  if (!covered) throw new Refusal('not-found')
  return true
}
