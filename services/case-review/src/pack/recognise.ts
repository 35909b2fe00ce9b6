import {
  type AreaId,
  actorKey,
  type CaseId,
  type PersonId,
  type RequestId,
  type ServiceActor,
} from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { issuePass } from '@cdop/rpc'
import { caseReviewIn } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import type { KnownToIntake } from './identifiers.ts'

/**
 * Asks intake by whom and what some cases are recognised, on this service's own account and on behalf of whoever wants the
 * pack: it lives as long as the screening takes.
 * @throws Refusal `not-found` when intake gives nothing of a case; ServiceUnavailable
 */
export async function recognise(
  parts: Parts,
  { areaId, onBehalfOf, requestId }: { areaId: AreaId; onBehalfOf: PersonId; requestId: RequestId },
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, KnownToIntake>> {
  if (caseIds.length === 0) return new Map()
  const actor: ServiceActor = { ...caseReviewIn(areaId, requestId), onBehalfOf }
  const pass = await issuePass(parts.keyring, {
    holder: actorKey(actor),
    caseIds: [...caseIds],
    fieldClasses: ['identity'],
    requestId,
  })
  const intake = parts.call<IntakeRouter>('intake', { kind: 'own', actor })
  const known = await intake.identity.recognise.query({ areaId, caseIds: [...caseIds], pass })
  return new Map(known.map((one) => [one.caseId, one]))
}
