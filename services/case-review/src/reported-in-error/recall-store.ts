import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, InformationRequestId, Instant, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import { OrganisationKind } from '../organisation/organisation.ts'

/**
 * Recalls every request of a case, those answered too: an answer lies with us, but its reporter believes the child has
 * died. Answers which were recalled now.
 */
export async function recallRequests(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  at: Instant,
): Promise<InformationRequestId[]> {
  const rows = await tx<{ informationRequestId: string }[]>`
    insert into case_review.recalls (area_id, information_request_id, case_id, recalled_at)
    select area_id, information_request_id, case_id, ${at} from case_review.information_requests
    where area_id = ${areaId} and case_id = ${caseId} and state <> 'recalled'
    on conflict do nothing returning information_request_id
  `
  await tx`
    update case_review.information_requests set state = 'recalled'
    where area_id = ${areaId} and case_id = ${caseId} and state = 'sent'
  `
  return rows.map((row) => InformationRequestId.parse(row.informationRequestId))
}

/** True while the recipient has not been told. */
export async function recallOwed(tx: Db, areaId: AreaId, id: InformationRequestId): Promise<boolean> {
  const rows = await tx`
    select from case_review.recalls
    where area_id = ${areaId} and information_request_id = ${id} and mailed_at is null
  `
  return rows.length === 1
}

export async function markRecallMailed(
  tx: Db,
  areaId: AreaId,
  id: InformationRequestId,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.recalls set mailed_at = ${at}
    where area_id = ${areaId} and information_request_id = ${id} and mailed_at is null
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
    select r.information_request_id, o.name as organisation_name, o.kind as organisation_kind, r.sent_on,
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
