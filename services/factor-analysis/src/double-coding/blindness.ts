import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  type CaseId,
  type PayloadOf,
  Refusal,
  type ServiceActor,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { keepReader, openCodingOf, withdrawCoding } from './second-coding-store.ts'

/**
 * Shows what a panel makes of a case to nobody but that panel while a second one codes it, and remembers who has seen it.
 * @throws Refusal `second-coding-open`
 */
export async function readUnblinded(tx: Db, actor: Actor, areaId: AreaId, caseId: CaseId): Promise<void> {
  if (actor.kind !== 'person') return
  const { personId } = actor
  const open = await openCodingOf(tx, areaId, caseId)
  if (open !== null && !open.firstDecidedBy.includes(personId)) throw new Refusal('second-coding-open')
  await keepReader(tx, areaId, caseId, personId)
}

/** A review that begins again takes back what a second panel has not finished: there is nothing left to hold it against. */
export async function withdrawOnReopening(
  tx: Db,
  {
    actor,
    parts,
    reopened,
  }: { actor: ServiceActor; parts: ServiceParts; reopened: PayloadOf<'case.reopened.v1'> },
): Promise<void> {
  const { areaId } = actor
  const open = await openCodingOf(tx, areaId, reopened.caseId)
  if (open === null) return
  await withdrawCoding(tx, areaId, open.codingId, parts.clock.now())
  await parts.audit.record(tx, actor, areaId, {
    action: 'double-coding.withdraw',
    object: { kind: 'case', id: reopened.caseId },
  })
}
