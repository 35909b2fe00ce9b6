import type { Db } from '@cdop/database'
import { type Instant, type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import { endAllIn } from '../assignment/assignment-store.ts'
import { findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { wakeCarrying } from './carry-case.ts'
import { saveOffer } from './offer-store.ts'
import { markTransferred } from './stub-store.ts'

/** Another area is asked: nothing of the case leaves until that has an end. */
export async function waitOnOffer(
  tx: Db,
  { areaId }: ServiceActor,
  { caseId, transferId }: PayloadOf<'case.offered.v1'>,
  at: Instant,
): Promise<void> {
  await saveOffer(tx, areaId, caseId, { at, by: transferId })
}

/** It was declined or recalled: the case goes on as it was. */
export async function goOnAfterOffer(
  tx: Db,
  { areaId }: ServiceActor,
  { caseId }: PayloadOf<'case.offer-ended.v1'>,
): Promise<void> {
  await saveOffer(tx, areaId, caseId, null)
}

/** The case is another area's: it leaves every list, and all that belongs to it goes after it. */
export async function leaveOnTransfer(
  tx: Db,
  {
    actor,
    parts,
    transferred: { caseId, transferId, toAreaId },
  }: { actor: ServiceActor; parts: Parts; transferred: PayloadOf<'case.transferred.v1'> },
): Promise<void> {
  const { areaId } = actor
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) throw new Refusal('not-found')
  await endAllIn(tx, areaId, caseId, parts.clock.now())
  await markTransferred(tx, areaId, found, transferId)
  await wakeCarrying(tx, { transferId, caseId, fromAreaId: areaId, toAreaId })
  await parts.audit.record(tx, actor, areaId, {
    action: 'case.hand-over',
    object: { kind: 'case', id: caseId },
  })
}
