import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  type InformationRequestId,
  Instant,
  type OrganisationId,
  PersonId,
  type PlainDate,
  type RefusalCode,
  RequestBatchId,
  InformationRequestId as RequestIdSchema,
} from '@cdop/domain'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { type BatchRecipient, BatchRow } from './request-batch.ts'

const Batch = z.strictObject({
  requestBatchId: RequestBatchId,
  caseId: CaseId,
  askedBy: PersonId,
  askedAt: Instant,
})
export type Batch = z.infer<typeof Batch>

export async function insertBatch(
  tx: Db,
  areaId: AreaId,
  { requestBatchId, caseId, askedBy, askedAt }: Batch,
  recipients: readonly BatchRecipient[],
): Promise<void> {
  await tx`
    insert into case_review.request_batches (area_id, request_batch_id, case_id, asked_by, asked_at)
    values (${areaId}, ${requestBatchId}, ${caseId}, ${askedBy}, ${askedAt})
  `
  let place = 0
  for (const { organisationId, contactId } of recipients) {
    place += 1
    await tx`
      insert into case_review.request_batch_recipients (area_id, request_batch_id, place, organisation_id, contact_id)
      values (${areaId}, ${requestBatchId}, ${place}, ${organisationId}, ${contactId})
    `
  }
}

export async function findBatch(
  tx: Db,
  areaId: AreaId,
  requestBatchId: RequestBatchId,
): Promise<Batch | null> {
  const [row] = await tx`
    select request_batch_id, case_id, asked_by, asked_at from case_review.request_batches
    where area_id = ${areaId} and request_batch_id = ${requestBatchId}
  `
  return row === undefined ? null : Batch.parse(row)
}

/** The newest time several were asked at once about a case; null when that never was. */
export async function newestBatch(
  tx: Db,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
): Promise<Batch | null> {
  const [row] = await tx`
    select request_batch_id, case_id, asked_by, asked_at from case_review.request_batches
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by asked_at desc, request_batch_id limit 1
  `
  return row === undefined ? null : Batch.parse(row)
}

/** Everybody who was to be asked, in that order, with the organisations' names of a day. */
export async function batchRows(
  tx: Db,
  areaId: AreaId,
  requestBatchId: RequestBatchId,
  on: PlainDate,
): Promise<BatchRow[]> {
  const rows = await tx`
    select b.place, b.organisation_id, b.contact_id, b.outcome, b.refusal, b.information_request_id, b.settled_at,
      case_review.organisation_name(o.area_id, o.organisation_id, o.name, ${on}) as organisation_name
    from case_review.request_batch_recipients b
    join case_review.organisations o on o.area_id = b.area_id and o.organisation_id = b.organisation_id
    where b.area_id = ${areaId} and b.request_batch_id = ${requestBatchId} order by b.place
  `
  return rows.map((row) => BatchRow.parse(row))
}

/** The places nobody has had their turn of yet. */
export async function placesLeft(tx: Db, areaId: AreaId, requestBatchId: RequestBatchId): Promise<number[]> {
  const rows = await tx<{ place: number }[]>`
    select place from case_review.request_batch_recipients
    where area_id = ${areaId} and request_batch_id = ${requestBatchId} and outcome is null order by place
  `
  return rows.map(({ place }) => place)
}

/** One place of a batch. */
export type Place = { requestBatchId: RequestBatchId; place: number }

/** Whether a place still has its turn to come; locked until the transaction ends. */
export async function isLeft(tx: Db, areaId: AreaId, { requestBatchId, place }: Place): Promise<boolean> {
  const rows = await tx`
    select from case_review.request_batch_recipients
    where area_id = ${areaId} and request_batch_id = ${requestBatchId} and place = ${place} and outcome is null
    for update
  `
  return rows.length === 1
}

/** What became of somebody who was to be asked. */
export type Settled =
  | { outcome: 'sent' | 'already-asked'; informationRequestId: InformationRequestId }
  | { outcome: 'refused'; refusal: RefusalCode }

export async function settlePlace(
  tx: Db,
  areaId: AreaId,
  { requestBatchId, place }: Place,
  settled: Settled,
  at: Instant,
): Promise<void> {
  const refusal = settled.outcome === 'refused' ? settled.refusal : null
  const by = settled.outcome === 'refused' ? null : settled.informationRequestId
  await tx`
    update case_review.request_batch_recipients
    set outcome = ${settled.outcome}, refusal = ${refusal}, information_request_id = ${by}, settled_at = ${at}
    where area_id = ${areaId} and request_batch_id = ${requestBatchId} and place = ${place}
  `
}

/** The request by which an organisation has been asked about a case and that counts; null when it has not been. */
export async function requestThatCounts(
  tx: Db,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
  organisationId: OrganisationId,
): Promise<InformationRequestId | null> {
  const [row] = await tx`
    select information_request_id from case_review.information_requests
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and organisation_id = ${organisationId}
      and state not in ('recalled', 'redirected')
    order by sent_at, information_request_id limit 1
  `
  return row === undefined ? null : RequestIdSchema.parse(row['informationRequestId'])
}

/** Whether somebody has withdrawn from a child since they asked. */
export async function hasWithdrawn(
  tx: Db,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
  personId: PersonId,
): Promise<boolean> {
  const rows = await tx`
    select from case_review.withdrawals
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and person_id = ${personId}
  `
  return rows.length > 0
}
