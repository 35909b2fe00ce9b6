import { type Actor, type AreaId, type CaseId, Refusal, requireArea } from '@cdop/domain'
import { acceptPass, type Keyring } from '@cdop/rpc'

/**
 * Lets a request on only with case-review's pass for the analysis of this very case.
 * @throws Refusal `not-found`
 */
export async function passFor(
  keyring: Keyring,
  actor: Actor,
  wanted: { areaId: AreaId; caseId: CaseId; pass: string },
): Promise<void> {
  const pass = await acceptPass(keyring, actor, wanted.pass)
  requireArea(actor, wanted.areaId)
  const covered = pass.caseIds.includes(wanted.caseId) && pass.fieldClasses.includes('analysis')
  if (!covered) throw new Refusal('not-found')
}
