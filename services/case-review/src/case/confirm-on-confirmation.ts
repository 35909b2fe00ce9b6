import type { Db } from '@cdop/database'
import { type Instant, type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { findCase, markConfirmed } from './case-store.ts'

/** It was recorded who confirmed the death and who the child is: from now on requests and submissions may leave. */
export async function confirmOnConfirmation(
  tx: Db,
  {
    actor,
    parts,
    confirmed,
    recordedAt,
  }: {
    actor: ServiceActor
    parts: Parts
    confirmed: PayloadOf<'identity-and-death.confirmed.v1'>
    recordedAt: Instant
  },
): Promise<void> {
  const { areaId } = actor
  const { caseId, death, identity } = confirmed
  if ((await findCase(tx, areaId, caseId, { lock: true })) === null) throw new Refusal('not-found')
  await markConfirmed(tx, areaId, caseId, { death, identity, at: recordedAt })
  await parts.audit.record(tx, actor, areaId, {
    action: 'case.confirm',
    object: { kind: 'case', id: caseId },
  })
}
