import type { Db } from '@cdop/database'
import type {
  AreaId,
  CaseId,
  InformationRequestId,
  Instant,
  OrganisationId,
  PersonId,
  PlainDate,
  RequestRedirectReason,
} from '@cdop/domain'

/** A request that is sent for the first time. */
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

/** A version came, which nobody has read yet. When the first one came stays. */
export async function markReturned(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.information_requests
    set state = 'returned', returned_at = coalesce(returned_at, ${at}), unread_since = ${at}, escalate_on = null
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/** What came was accepted. When one was accepted first stays. */
export async function markAccepted(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.information_requests
    set state = 'accepted', accepted_at = coalesce(accepted_at, ${at}), unread_since = null, escalate_on = null
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/** What is missing is asked for anew: the agency is chased from the new date, from the lowest rung. */
export async function markSentBack(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  { on, answerBy }: { on: PlainDate; answerBy: PlainDate },
): Promise<void> {
  await tx`
    update case_review.information_requests
    set state = 'sent-back', unread_since = null, round = round + 1, asked_again_on = ${on}, again_due_on = ${answerBy},
      chase_from = null
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/** Another try at the same recipient: the mail carries a new link. */
export async function markSentAgain(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  attempt: number,
): Promise<void> {
  await tx`
    update case_review.information_requests set attempt = ${attempt}
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/** The agency knew nothing of the child: that is its answer. */
export async function markNothingKnown(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  { saidBy, at }: { saidBy: Uint8Array; at: Instant },
): Promise<void> {
  await tx`
    update case_review.information_requests
    set state = 'nothing-known', returned_at = ${at}, accepted_at = ${at}, said_by = ${Buffer.from(saidBy)}
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/** The request goes on as another one; with its dates and how it was chased, when the same organisation goes on with it. */
export async function insertRequestSentOn(
  tx: Db,
  areaId: AreaId,
  from: InformationRequestId,
  sent: { informationRequestId: InformationRequestId; at: Instant; reason: RequestRedirectReason },
): Promise<void> {
  const { informationRequestId, at, reason } = sent
  await tx`
    insert into case_review.information_requests (area_id, information_request_id, case_id, organisation_id, state,
      attempt, sent_on, sent_at, sent_by, due_on, reminders, reminded_on)
    select area_id, ${informationRequestId}, case_id, organisation_id, 'sent', 1, sent_on, ${at}, sent_by, due_on,
      reminders, reminded_on
    from case_review.information_requests where area_id = ${areaId} and information_request_id = ${from}
  `
  await tx`
    insert into case_review.chasers (area_id, information_request_id, step, taken_on, recorded_at)
    select area_id, ${informationRequestId}, step, taken_on, recorded_at
    from case_review.chasers where area_id = ${areaId} and information_request_id = ${from}
  `
  await markRedirected(tx, areaId, from, { to: informationRequestId, reason })
}

export async function markRedirected(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  { to, reason }: { to: InformationRequestId; reason: RequestRedirectReason },
): Promise<void> {
  await tx`
    update case_review.information_requests
    set state = 'redirected', redirected_to = ${to}, redirect_reason = ${reason}
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}
