import type { Db } from '@cdop/database'
import {
  type AreaId,
  assessScope,
  type NewEvent,
  type NotificationId,
  stillConfirms,
  type TransferId,
} from '@cdop/domain'
import { confirmationsOf } from '../confirmation/confirmation-store.ts'
import { confirmedEvent } from '../confirmation/confirmed-event.ts'
import { indexesOf } from '../identity/child-identity.ts'
import { intakeItself } from '../joint-agency-response/intake-itself.ts'
import { openRecord } from '../merge/known-record.ts'
import { acceptedPayload } from '../notification/accept-undecided.ts'
import { followFromAnswers } from '../notification/follow-from-answers.ts'
import { findNotification } from '../notification/notification-store.ts'
import { openAnswers } from '../notification/sealed-answers.ts'
import { saveScope } from '../notification/standing.ts'
import type { Parts } from '../parts.ts'
import { neighbourhoodOf } from '../postcode/neighbourhood.ts'
import { scopeDecisionsOn } from '../residency/scope-decision-store.ts'
import type { CarriedTransfer } from './due-transfers.ts'
import { addResponses, fillStub } from './fill-stub.ts'
import { type CarriedTable, type CopiedRecord, carriedTables } from './record-rows.ts'
import { findTransfer, saveStep } from './transfer-store.ts'

/** Writes the rows of one table under this area, with the ids and dates they have. What is there stays as it is. */
async function addRows(
  tx: Db,
  areaId: AreaId,
  table: CarriedTable,
  rows: string,
  fromAreaId: AreaId,
): Promise<void> {
  const name = tx`${tx('intake')}.${tx(table)}`
  // Where the two areas agreed where a child lived, each names the other.
  const agreed =
    table === 'residency_decisions'
      ? tx`|| case row ->> 'agreed_with_area' when ${areaId}
          then jsonb_build_object('agreed_with_area', ${fromAreaId}::uuid) else '{}' end`
      : tx``
  await tx`
    insert into ${name}
    select (jsonb_populate_record(null::${name}, row || jsonb_build_object('area_id', ${areaId}::uuid) ${agreed})).*
    from jsonb_array_elements(${rows}::text::jsonb) row
    on conflict do nothing
  `
}

/** What was decided about other records is known here too: about this area's as reviews, about others' as questions. */
async function addReviews(
  tx: Db,
  areaId: AreaId,
  { notificationId, decidedReviews }: CopiedRecord,
  fromAreaId: AreaId,
): Promise<void> {
  await tx`
    update intake.duplicate_reviews set candidate_area_id = ${areaId}
    where area_id = ${areaId} and candidate_area_id = ${fromAreaId}
      and candidate_notification_id = ${notificationId} and state <> 'open'
  `
  await tx`
    delete from intake.duplicate_reviews
    where area_id = ${areaId} and candidate_area_id = ${fromAreaId}
      and candidate_notification_id = ${notificationId} and state = 'open'
  `
  await tx`
    insert into intake.duplicate_reviews (area_id, id, notification_id, candidate_area_id, candidate_notification_id,
      reasons, state, proposed_at, decided_at, decided_by)
    select ${areaId}, r.id, ${notificationId}, r.other_area, r.other, '[]', r.state, r.proposed_at, r.decided_at,
      r.decided_by
    from jsonb_to_recordset(${decidedReviews}::text::jsonb) as r (id uuid, other uuid, other_area uuid, state text,
      proposed_at timestamptz, decided_at timestamptz, decided_by uuid)
    on conflict do nothing
  `
}

/** All that follows from the answers follows in the new area: its scope, its register, its records, its on-call rota. */
async function follow(tx: Db, parts: Parts, areaId: AreaId, notificationId: NotificationId): Promise<void> {
  const stored = await findNotification(tx, areaId, notificationId)
  const { wrapped } = stored
  const { content } = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
  const decisions = { ...(await scopeDecisionsOn(tx, { areaId, notificationId })), agreedHere: true }
  await saveScope(tx, { areaId, notificationId }, assessScope(content, stored.area, decisions))
  const answered = { areaId, notificationId, wrapped, content, indexes: indexesOf(parts.keys, content) }
  await followFromAnswers(tx, { actor: intakeItself(areaId), parts }, { ...answered, again: true })
}

/**
 * Writes a record in the area that accepted it: the same ids, the same dates of death and receipt, the same sealed
 * content. All in one transaction with that area's own word that it has arrived, so that twice is once.
 */
export async function takeOver(
  parts: Parts,
  { transferId, askingAreaId, askedAreaId: areaId }: CarriedTransfer,
  record: CopiedRecord,
): Promise<void> {
  const { notificationId, wrapped, opened, rows, responseKeys } = record
  const self = intakeItself(areaId)
  await parts.database.transaction(self, async (tx) => {
    const transfer = await findTransfer(tx, areaId, transferId, { lock: true })
    if (transfer.state !== 'accepted') return
    await tx`
      insert into intake.data_keys (area_id, subject, wrapped)
      values (${areaId}, ${notificationId}, ${Buffer.from(wrapped)})
    `
    if (opened !== null) {
      await tx`
        insert into intake.data_keys (area_id, subject, wrapped)
        values (${areaId}, ${opened.caseId}, ${Buffer.from(opened.wrapped)})
      `
    }
    await addRows(tx, areaId, 'cases', rows.cases, askingAreaId)
    await fillStub(tx, areaId, record)
    for (const table of carriedTables) {
      if (table === 'responses') await addResponses(tx, areaId, record)
      else await addRows(tx, areaId, table, rows[table], askingAreaId)
    }
    for (const held of responseKeys) {
      await tx`
        insert into intake.response_keys (area_id, response_id, wrapped)
        values (${areaId}, ${held.responseId}, ${Buffer.from(held.wrapped)})
      `
    }
    await addReviews(tx, areaId, record, askingAreaId)
    await follow(tx, parts, areaId, notificationId)
    await saveStep(tx, areaId, transfer, { to: 'completed', completedAt: parts.clock.now() })
    await parts.audit.record(tx, self, areaId, {
      action: 'transfer.take-over',
      object: { kind: 'notification', id: notificationId },
      fieldClasses: ['identity'],
    })
    const takenOver = { transferId, fromAreaId: askingAreaId }
    await parts.publisher.publish(
      tx,
      self,
      areaId,
      ...(await arrived(tx, parts, areaId, { ...record, takenOver })),
    )
  })
}

/** What the other services of the area learn: a notification, and the case it is, with the dates they have. */
async function arrived(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  {
    notificationId,
    opened,
    takenOver,
  }: CopiedRecord & { takenOver: { transferId: TransferId; fromAreaId: AreaId } },
): Promise<NewEvent[]> {
  const stored = await findNotification(tx, areaId, notificationId)
  const { wrapped, receivedOn, reference } = stored
  const received: NewEvent = {
    type: 'notification.received.v1',
    subject: notificationId,
    payload: { notificationId, receivedOn },
  }
  if (opened === null || reference === null) return [received]
  const { caseId } = opened
  const read = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
  const decisions = await scopeDecisionsOn(tx, { areaId, notificationId })
  const { identity } = await openRecord(tx, parts.keys, areaId, notificationId)
  const neighbourhood = await neighbourhoodOf(tx, read.content, decisions.residency)
  const accepted = acceptedPayload(
    { caseId, caseReference: reference },
    notificationId,
    { stored, decisions, read },
    identity,
    neighbourhood,
  )
  const [newest] = await confirmationsOf(tx, { areaId, notificationId }, null)
  const holds = newest !== undefined && stillConfirms(newest, read.content.death.dateOfDeath)
  return [
    received,
    { type: 'notification.accepted.v1', subject: caseId, payload: { ...accepted, takenOver } },
    ...(holds ? [confirmedEvent(caseId, newest)] : []),
  ]
}
