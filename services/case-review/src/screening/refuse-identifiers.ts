import { type Actor, type AreaId, actorKey, type CaseId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { issuePass } from '@cdop/rpc'
import type { Parts } from '../parts.ts'

type Screening = { actor: Actor; assertion: string | null; parts: Parts }

/**
 * Has intake, which alone knows them, look for the child's identifiers in a text, on the person's own authority.
 * @throws Refusal `identifiers-in-summary`, or the one asked for, naming the kinds found, never what was found
 */
export async function refuseIdentifiers(
  { actor, assertion, parts }: Screening,
  {
    areaId,
    caseId,
    text: screened,
    refusal = 'identifiers-in-summary',
  }: {
    areaId: AreaId
    caseId: CaseId
    text: string
    refusal?: 'identifiers-in-summary' | 'identifiers-in-note'
  },
): Promise<void> {
  if (assertion === null) throw new Refusal('forbidden')
  const pass = await issuePass(parts.keyring, {
    holder: actorKey(actor),
    caseIds: [caseId],
    fieldClasses: ['identity'],
    requestId: actor.requestId,
  })
  const intake = parts.call<IntakeRouter>('intake', { kind: 'assertion', assertion })
  const { found } = await intake.identity.screen.query({ areaId, caseId, pass, text: screened })
  if (found.length > 0) throw new Refusal(refusal, found)
}
