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
 * While a second panel codes a case, whatever could tell what the first one made of it is for the first one alone.
 * @throws Refusal `second-coding-open`
 */
export async function refuseBlinded(tx: Db, actor: Actor, areaId: AreaId, caseId: CaseId): Promise<void> {
  if (actor.kind !== 'person') return
  const open = await openCodingOf(tx, areaId, caseId)
  if (open !== null && !open.firstDecidedBy.includes(actor.personId)) throw new Refusal('second-coding-open')
}

/** Remembers who knows what a panel makes of a case, having read or written it. */
export async function rememberReader(tx: Db, actor: Actor, areaId: AreaId, caseId: CaseId): Promise<void> {
  if (actor.kind === 'person') await keepReader(tx, areaId, caseId, actor.personId)
}

/**
 * Shows what a panel makes of a case to nobody but that panel while a second one codes it, and remembers who has seen it.
 * @throws Refusal `second-coding-open`
 */
export async function readUnblinded(tx: Db, actor: Actor, areaId: AreaId, caseId: CaseId): Promise<void> {
  await refuseBlinded(tx, actor, areaId, caseId)
  await rememberReader(tx, actor, areaId, caseId)
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
