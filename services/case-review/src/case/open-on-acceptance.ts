import type { Db } from '@cdop/database'
import type { PayloadOf, ServiceActor } from '@cdop/domain'
import { addAssignments } from '../assignment/assignment-store.ts'
import { takeInOpenCase } from '../open-case/take-in.ts'
import type { Parts } from '../parts.ts'
import { wakeCarrying } from '../transfer/carry-case.ts'
import { expectCase } from '../transfer/stub-store.ts'
import { insertCase } from './case-store.ts'

/**
 * An accepted notification opens a case: the agencies can now be asked, and it is first the coordinator's who accepted it. One that was another area's is there once all
 * that was gathered has followed.
 */
export async function openOnAcceptance(
  tx: Db,
  {
    actor,
    parts,
    accepted,
  }: { actor: ServiceActor; parts: Parts; accepted: PayloadOf<'notification.accepted.v1'> },
): Promise<void> {
  const { areaId } = actor
  const { caseId, caseReference: reference, takenOver, acceptedBy, imported } = accepted
  const at = parts.clock.now()
  await parts.audit.record(tx, actor, areaId, { action: 'case.begin', object: { kind: 'case', id: caseId } })
  if (takenOver !== undefined) {
    const { transferId, fromAreaId } = takenOver
    await expectCase(tx, areaId, { ...accepted, reference }, { transferId, at })
    await wakeCarrying(tx, { transferId, caseId, fromAreaId, toAreaId: areaId })
    return
  }
  await insertCase(tx, parts.keys, areaId, { ...accepted, reference }, at)
  if (acceptedBy !== undefined) {
    const theirs = { caseId, part: 'coordinator' as const, holder: acceptedBy, owed: [] }
    await addAssignments(tx, areaId, [theirs], { by: acceptedBy, at })
  }
  const told = imported === undefined ? [] : await takeInOpenCase(tx, { actor, parts, caseId }, imported)
  const opened = { type: 'case.opened.v1' as const, subject: caseId, payload: { caseId } }
  await parts.publisher.publish(tx, actor, areaId, opened, ...told)
}
