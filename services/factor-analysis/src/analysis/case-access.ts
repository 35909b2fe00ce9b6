import { type Actor, type AreaId, type CaseId, type FieldClass, Refusal, requireArea } from '@cdop/domain'
import { acceptPass, type Keyring } from '@cdop/rpc'

/**
 * Lets a request on only with case-review's pass for this of this very case: its analysis, where nothing else is said.
 * @throws Refusal `not-found`
 */
export async function passFor(
  keyring: Keyring,
  actor: Actor,
  wanted: { areaId: AreaId; caseId: CaseId; pass: string },
  fieldClass: FieldClass = 'analysis',
): Promise<void> {
  const pass = await acceptPass(keyring, actor, wanted.pass)
  requireArea(actor, wanted.areaId)
  const covered = pass.caseIds.includes(wanted.caseId) && pass.fieldClasses.includes(fieldClass)
  if (!covered) throw new Refusal('not-found')
}
