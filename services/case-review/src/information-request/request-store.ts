import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  InformationRequestId,
  InformationRequestState,
  Instant,
  LaterReason,
  OrganisationId,
  OrganisationKind,
  PlainDate,
  RequestRedirectReason,
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
  /** When its link was first opened with its code, and whether anything was answered since. */
  firstOpenedAt: Instant.nullable(),
  begun: z.boolean(),
  /** The part the agency sent last since it was asked last, until the rest came. */
  part: z
    .strictObject({
      entry: z.int().positive(),
      sentOn: PlainDate,
      promisedOn: PlainDate,
      reason: LaterReason,
      sectionsCompleted: z.int().nonnegative(),
      sectionsAsked: z.int().positive(),
    })
    .nullable(),
  /** When an answer came first, and when one was accepted first: neither is changed by what comes later. */
  returnedAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  /** When the version came that nobody has read yet. */
  unreadSince: Instant.nullable(),
  /** When it was sent back last, and by when what is missing was asked for. */
  askedAgainOn: PlainDate.nullable(),
  againDueOn: PlainDate.nullable(),
  /** The request it went on as, and why. */
  redirectedTo: InformationRequestId.nullable(),
  redirectReason: RequestRedirectReason.nullable(),
  /** How often the agency was reminded, and when last. */
  reminders: z.number().int().nonnegative(),
  remindedOn: PlainDate.nullable(),
})
export type InformationRequest = z.infer<typeof InformationRequest>

const RequestRow = InformationRequest.extend({
  caseId: CaseId,
  organisationEmail: z.string(),
  attempt: z.number().int(),
  /** One more than the times it was sent back. */
  round: z.number().int().positive(),
  sentAt: Instant,
  sentBy: z.string(),
})
export type RequestRow = z.infer<typeof RequestRow>

const columns = (tx: Db) => tx`
  r.information_request_id, r.case_id, r.organisation_id,
  case_review.organisation_name(o.area_id, o.organisation_id, o.name, r.sent_on) as organisation_name,
  o.kind as organisation_kind,
  o.email as organisation_email, r.state, r.attempt, r.sent_on, r.sent_at, r.sent_by, r.due_on, r.returned_at, r.accepted_at,
  r.unread_since, r.asked_again_on, r.again_due_on, r.round, r.reminders, r.reminded_on, r.first_opened_at, r.redirected_to, r.redirect_reason,
  exists (
    select from case_review.reporting_forms f
    where f.area_id = r.area_id and f.information_request_id = r.information_request_id
  ) as begun,
  (
    select json_build_object('entry', p.entry, 'sentOn', p.sent_on, 'promisedOn', p.promised_on, 'reason', p.reason,
      'sectionsCompleted', p.sections_completed, 'sectionsAsked', p.sections_asked)
    from case_review.partial_returns p
    where p.area_id = r.area_id and p.information_request_id = r.information_request_id and p.round = r.round
      and r.state in ('sent', 'sent-back', 'gone-without')
    order by p.number desc limit 1
  ) as part
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
  const { state, sentOn, dueOn, firstOpenedAt, begun, part, returnedAt, reminders, remindedOn } = row
  const { acceptedAt, unreadSince, askedAgainOn, againDueOn, redirectedTo, redirectReason } = row
  return {
    informationRequestId,
    organisationId,
    organisationName,
    organisationKind,
    state,
    sentOn,
    dueOn,
    firstOpenedAt,
    begun,
    part,
    returnedAt,
    acceptedAt,
    unreadSince,
    askedAgainOn,
    againDueOn,
    redirectedTo,
    redirectReason,
    reminders,
    remindedOn,
  }
}

/** By when an answer is waited for now. */
export const dueNow = ({ dueOn, againDueOn }: Pick<RequestRow, 'dueOn' | 'againDueOn'>): PlainDate =>
  againDueOn ?? dueOn
