import type { Db } from '@cdop/database'
import type { PayloadOf, ServiceActor } from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { insertCase } from './case-store.ts'

/** An accepted notification opens a case: the agencies can now be asked. */
export async function openOnAcceptance(
  tx: Db,
  {
    actor,
    parts,
    accepted,
  }: { actor: ServiceActor; parts: Parts; accepted: PayloadOf<'notification.accepted.v1'> },
): Promise<void> {
  const { areaId } = actor
  const { caseId, caseReference: reference } = accepted
  await insertCase(tx, parts.keys, areaId, { ...accepted, reference }, parts.clock.now())
  await parts.audit.record(tx, actor, areaId, { action: 'case.begin', object: { kind: 'case', id: caseId } })
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'case.opened.v1',
    subject: caseId,
    payload: { caseId },
  })
}
