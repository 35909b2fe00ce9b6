import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  InformationRequestId,
  Instant,
  OrganisationKind,
  type PersonId,
  PlainDate,
  RequestRecallReason,
} from '@cdop/domain'
import { z } from 'zod'

/** Why a request was taken back: by a person, or because the report of the death was wrong. */
const RecallReason = z.enum([...RequestRecallReason.options, 'reported-in-error'])
export type RecallReason = z.infer<typeof RecallReason>

/** Takes back one request that nobody has answered. */
export async function recallRequest(
  tx: Db,
  areaId: AreaId,
  {
    informationRequestId,
    caseId,
    reason,
    by,
    at,
  }: {
    informationRequestId: InformationRequestId
    caseId: CaseId
    reason: RequestRecallReason
    by: PersonId
    at: Instant
  },
): Promise<void> {
  await tx`
    insert into case_review.recalls (area_id, information_request_id, case_id, reason, recalled_by, recalled_at)
    values (${areaId}, ${informationRequestId}, ${caseId}, ${reason}, ${by}, ${at})
  `
  await tx`
    update case_review.information_requests set state = 'recalled'
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/**
 * Recalls every request of a case, those answered or taken back before too: an answer lies with us, but whoever was
 * asked believes the child has died. Answers which were recalled for this reason now.
 */
export async function recallRequests(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  at: Instant,
): Promise<InformationRequestId[]> {
  const rows = await tx<{ informationRequestId: string }[]>`
    insert into case_review.recalls as l (area_id, information_request_id, case_id, reason, recalled_at)
    select area_id, information_request_id, case_id, 'reported-in-error', ${at} from case_review.information_requests
    where area_id = ${areaId} and case_id = ${caseId}
    on conflict (area_id, information_request_id) do update
    set reason = excluded.reason, recalled_at = excluded.recalled_at, recalled_by = null, mailed_at = null
    where l.reason <> excluded.reason
    returning information_request_id
  `
  await tx`
    update case_review.information_requests set state = 'recalled'
    where area_id = ${areaId} and case_id = ${caseId} and state = 'sent'
  `
  return rows.map((row) => InformationRequestId.parse(row.informationRequestId))
}

/** Why a request was taken back, while its recipient has not been told; null afterwards. */
export async function recallOwed(
  tx: Db,
  areaId: AreaId,
  id: InformationRequestId,
): Promise<RecallReason | null> {
  const [row] = await tx`
    select reason from case_review.recalls
    where area_id = ${areaId} and information_request_id = ${id} and mailed_at is null
  `
  return row === undefined ? null : RecallReason.parse(row['reason'])
}

export async function markRecallMailed(
  tx: Db,
  areaId: AreaId,
  { id, reason }: { id: InformationRequestId; reason: RecallReason },
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.recalls set mailed_at = ${at}
    where area_id = ${areaId} and information_request_id = ${id} and reason = ${reason} and mailed_at is null
  `
}

/** What was recalled from one agency, and how far it had got. */
export const Recall = z.strictObject({
  informationRequestId: InformationRequestId,
  organisationName: z.string(),
  organisationKind: OrganisationKind,
  sentOn: PlainDate,
  firstOpenedAt: Instant.nullable(),
  returnedAt: Instant.nullable(),
  recalledAt: Instant,
  mailedAt: Instant.nullable(),
})
export type Recall = z.infer<typeof Recall>

/** What was recalled of a case, in the order it was sent. */
export async function recallsOf(tx: Db, areaId: AreaId, caseId: CaseId): Promise<Recall[]> {
  const rows = await tx`
    select r.information_request_id,
      case_review.organisation_name(o.area_id, o.organisation_id, o.name, r.sent_on) as organisation_name, o.kind as organisation_kind, r.sent_on,
      r.first_opened_at, r.returned_at, l.recalled_at, l.mailed_at
    from case_review.recalls l
    join case_review.information_requests r
      on r.area_id = l.area_id and r.information_request_id = l.information_request_id
    join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
    where l.area_id = ${areaId} and l.case_id = ${caseId}
    order by r.sent_at, r.information_request_id
  `
  return rows.map((row) => Recall.parse(row))
}
