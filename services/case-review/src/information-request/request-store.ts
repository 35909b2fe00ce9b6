import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  InformationRequestId,
  InformationRequestState,
  Instant,
  OrganisationId,
  OrganisationKind,
  type PersonId,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'

/** A question put to one agency, with who was asked. */
export const InformationRequest = z.strictObject({
  informationRequestId: InformationRequestId,
  organisationId: OrganisationId,
  organisationName: z.string(),
  organisationKind: OrganisationKind,
  state: InformationRequestState,
  sentOn: PlainDate,
  dueOn: PlainDate,
  returnedAt: Instant.nullable(),
  /** How often the agency was reminded, and when last. */
  reminders: z.number().int().nonnegative(),
  remindedOn: PlainDate.nullable(),
})
export type InformationRequest = z.infer<typeof InformationRequest>

const RequestRow = InformationRequest.extend({
  caseId: CaseId,
  organisationEmail: z.string(),
  attempt: z.number().int(),
  sentAt: Instant,
  sentBy: z.string(),
})
export type RequestRow = z.infer<typeof RequestRow>

const columns = (tx: Db) => tx`
  r.information_request_id, r.case_id, r.organisation_id,
  case_review.organisation_name(o.area_id, o.organisation_id, o.name, r.sent_on) as organisation_name,
  o.kind as organisation_kind,
  o.email as organisation_email, r.state, r.attempt, r.sent_on, r.sent_at, r.sent_by, r.due_on, r.returned_at, r.reminders,
  r.reminded_on
`

/** The request, or null where the transaction sees none; locked until its end when `lock` is set. */
export async function findRequest(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  { lock = false }: { lock?: boolean } = {},
): Promise<RequestRow | null> {
  const [row] = await tx`
    select ${columns(tx)}
    from case_review.information_requests r
    join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
    where r.area_id = ${areaId} and r.information_request_id = ${informationRequestId}
    ${lock ? tx`for update of r` : tx``}
  `
  return row === undefined ? null : RequestRow.parse(row)
}

/** The requests of a case and of those merged into it, in the order they were sent. */
export async function requestsOf(
  tx: Db,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
): Promise<RequestRow[]> {
  const rows = await tx`
    select ${columns(tx)}
    from case_review.information_requests r
    join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
    where r.area_id = ${areaId} and r.case_id = any (${[...caseIds]}::uuid[])
    order by r.sent_at, r.information_request_id
  `
  return rows.map((row) => RequestRow.parse(row))
}

/** What the coordinator sees of a request. */
export function publicRequest(row: RequestRow): InformationRequest {
  const { informationRequestId, organisationId, organisationName, organisationKind } = row
  const { state, sentOn, dueOn, returnedAt, reminders, remindedOn } = row
  return {
    informationRequestId,
    organisationId,
    organisationName,
    organisationKind,
    state,
    sentOn,
    dueOn,
    returnedAt,
    reminders,
    remindedOn,
  }
}

export async function insertRequest(
  tx: Db,
  areaId: AreaId,
  sent: {
    informationRequestId: InformationRequestId
    caseId: CaseId
    organisationId: OrganisationId
    sentOn: PlainDate
    sentAt: Instant
    sentBy: PersonId
    dueOn: PlainDate
  },
): Promise<void> {
  await tx`
    insert into case_review.information_requests (
      area_id, information_request_id, case_id, organisation_id, state, attempt, sent_on, sent_at, sent_by, due_on
    ) values (
      ${areaId}, ${sent.informationRequestId}, ${sent.caseId}, ${sent.organisationId}, 'sent', 1, ${sent.sentOn},
      ${sent.sentAt}, ${sent.sentBy}, ${sent.dueOn}
    )
  `
}

/** The link was opened with its code; the first time counts. */
export async function markOpened(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.information_requests set first_opened_at = ${at}
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and first_opened_at is null
  `
}

export async function markReminded(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  on: PlainDate,
): Promise<void> {
  await tx`
    update case_review.information_requests set reminders = reminders + 1, reminded_on = ${on}
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

export async function markReturned(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.information_requests set state = 'returned', returned_at = ${at}
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}
