import { type AreaId, actorKey, type CaseId, type Person, type ServiceActor } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { issuePass } from '@cdop/rpc'
import type { Parts } from '../parts.ts'

/**
 * Whether a text says who the child was, as far as intake finds. Case-review asks on its own account, on behalf of whoever
 * wrote: they may not know who the child was, and would learn it from an answer.
 */
export async function namesTheChild(
  parts: Parts,
  person: Person,
  { areaId, caseId, text }: { areaId: AreaId; caseId: CaseId; text: string },
): Promise<boolean> {
  const self: ServiceActor = {
    kind: 'service',
    service: 'case-review',
    areaId,
    onBehalfOf: person.personId,
    requestId: person.requestId,
  }
  const pass = await issuePass(parts.keyring, {
    holder: actorKey(self),
    caseIds: [caseId],
    fieldClasses: ['identity'],
    requestId: person.requestId,
  })
  const intake = parts.call<IntakeRouter>('intake', { kind: 'own', actor: self })
  const { found } = await intake.identity.screen.query({ areaId, caseId, pass, text })
  return found.length > 0
}
