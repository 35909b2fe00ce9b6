import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  AgeBand,
  type AreaId,
  ageBand,
  type CaseId,
  type CaseReference,
  countedAuthority,
  type NotificationId,
  type PersonId,
  Refusal,
  TransferId,
  type TransferReason,
} from '@cdop/domain'
import { newDataKey } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { knownAreaName } from '../area/area-directory-store.ts'
import { knownIdentityOf } from '../identity/child-identity.ts'
import { identifiersIn } from '../identity/identifiers-in.ts'
import type { ReadAnswers } from '../notification/notification-form.ts'
import type { ScopeDecisionsMade } from '../residency/scope-decision-store.ts'
import { planCarrying } from './due-transfers.ts'
import { sealPlan } from './transfer-plan.ts'
import { addTransfer, openTransferOf } from './transfer-store.ts'

/** A record as it is offered: locked, and merged with no other. */
type Offered = {
  notificationId: NotificationId
  caseId: CaseId | null
  caseReference: CaseReference | null
  read: ReadAnswers
  decisions: ScopeDecisionsMade
}

type Asking = { areaId: AreaId; toAreaId: AreaId; reason: TransferReason; plan: string; by: PersonId }

/** @throws Refusal `response-undecided`: who must respond tonight is not left to another area */
async function requireResponseDecided(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<void> {
  const waiting = await tx`
    select from intake.responses
    where area_id = ${areaId} and notification_id = ${notificationId} and state = 'awaiting-decision'
  `
  if (waiting.length > 0) throw new Refusal('response-undecided')
}

/** @throws Refusal `identifiers-in-plan`: the other area reads the plan before it may know who the child was */
function requireUnnamed(plan: string, { read: { content } }: Offered): void {
  const known = knownIdentityOf(content)
  const found = identifiersIn(plan, { ...known, dateOfBirth: known.dateOfBirth ?? known.dateOfDeath })
  if (found.length > 0) throw new Refusal('identifiers-in-plan', found)
}

/**
 * Writes down in the area that holds a record that another is asked to take it, and has it carried there.
 * @throws Refusal `transfer-open`, `response-undecided`, `identifiers-in-plan`; `invalid-answers` for an area there is not
 */
export async function offer(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  { areaId, toAreaId, reason, plan, by }: Asking,
  offered: Offered,
): Promise<TransferId> {
  const { notificationId, caseId, caseReference, read, decisions } = offered
  if ((await openTransferOf(tx, areaId, notificationId)) !== null) throw new Refusal('transfer-open')
  await requireResponseDecided(tx, areaId, notificationId)
  if (toAreaId === areaId || (await knownAreaName(tx, toAreaId)) === null) {
    throw new Refusal('invalid-answers', ['toAreaId'])
  }
  requireUnnamed(plan, offered)
  const { child, death } = read.content
  const { dateOfBirth } = child
  const transferId = TransferId.parse(randomUUID())
  const wrapped = newDataKey(parts.keys, areaId, transferId)
  const requestedAt = parts.clock.now()
  await addTransfer(tx, areaId, {
    transferId,
    side: 'asking',
    otherAreaId: toAreaId,
    notificationId,
    caseId,
    caseReference,
    reason,
    ageBand: AgeBand.nullable().parse(dateOfBirth && ageBand(dateOfBirth, death.dateOfDeath)),
    diedIn: death.dateOfDeath.slice(0, 7),
    localAuthority: countedAuthority(read.content, decisions.residency),
    placeOfDeath: death.placeOfDeath,
    requestedBy: by,
    requestedAt,
    plan: sealPlan(parts.keys, { areaId, transferId, wrapped }, plan),
    wrapped,
  })
  await planCarrying(tx, { transferId, askingAreaId: areaId, askedAreaId: toAreaId }, requestedAt)
  await parts.audit.record(tx, actor, areaId, {
    action: 'transfer.request',
    object: { kind: 'notification', id: notificationId },
    fieldClasses: ['identity'],
  })
  if (caseId !== null) {
    const payload = { caseId, transferId }
    await parts.publisher.publish(tx, actor, areaId, { type: 'case.offered.v1', subject: caseId, payload })
  }
  return transferId
}
