import type { Db } from '@cdop/database'
import type { PayloadOf, ServiceActor } from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { beginAgain } from '../transfer/offer-store.ts'
import { findCase, insertCase } from './case-store.ts'

/** An accepted notification opens a case: the agencies can now be asked. One that comes back from another area goes on. */
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
  const left = await findCase(tx, areaId, caseId, { lock: true })
  if (left?.state === 'transferred') await beginAgain(tx, parts.keys, areaId, left)
  else await insertCase(tx, parts.keys, areaId, { ...accepted, reference }, parts.clock.now())
  await parts.audit.record(tx, actor, areaId, { action: 'case.begin', object: { kind: 'case', id: caseId } })
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'case.opened.v1',
    subject: caseId,
    payload: { caseId },
  })
}
