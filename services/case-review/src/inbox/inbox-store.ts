import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseReference,
  CaseState,
  InboxId,
  InformationRequestId,
  InformationRequestState,
  Instant,
  isAsked,
  mayGather,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'

/** What the link of an inbox leads to. */
export const InboxTarget = z.strictObject({ areaId: AreaId, inboxId: InboxId })
export type InboxTarget = z.infer<typeof InboxTarget>

/**
 * The inbox of a mailbox in an area, made when there is none. The same mailbox in another area has another one.
 * @returns whether it was made now: then its link is not kept yet
 */
export async function inboxOf(
  tx: Db,
  areaId: AreaId,
  mailboxIndex: Uint8Array,
  { newId, at }: { newId: InboxId; at: Instant },
): Promise<{ inboxId: InboxId; made: boolean }> {
  const made = await tx`
    insert into case_review.inboxes (area_id, inbox_id, mailbox_index, made_at)
    values (${areaId}, ${newId}, ${Buffer.from(mailboxIndex)}, ${at})
    on conflict (area_id, mailbox_index) do nothing returning inbox_id
  `
  if (made.length === 1) return { inboxId: newId, made: true }
  const [row] = await tx`
    select inbox_id from case_review.inboxes
    where area_id = ${areaId} and mailbox_index = ${Buffer.from(mailboxIndex)}
  `
  return { inboxId: InboxId.parse(row?.['inboxId']), made: false }
}

/** The keyed hash of the address an inbox is of. */
export async function inboxIndex(tx: Db, { areaId, inboxId }: InboxTarget): Promise<Buffer | null> {
  const [row] = await tx<{ mailboxIndex: Buffer }[]>`
    select mailbox_index from case_review.inboxes where area_id = ${areaId} and inbox_id = ${inboxId}
  `
  return row?.mailboxIndex ?? null
}

/** A request lies in one inbox: that of the mailbox it goes to now. */
export async function putIntoInbox(
  tx: Db,
  { areaId, inboxId }: InboxTarget,
  informationRequestId: InformationRequestId,
): Promise<void> {
  await tx`
    insert into case_review.inbox_requests as i (area_id, information_request_id, inbox_id)
    values (${areaId}, ${informationRequestId}, ${inboxId})
    on conflict (area_id, information_request_id) do update set inbox_id = excluded.inbox_id
    where i.inbox_id <> excluded.inbox_id
  `
}

export async function keepInboxLink(
  tx: Db,
  hash: Uint8Array,
  { areaId, inboxId }: InboxTarget,
): Promise<void> {
  await tx`
    insert into case_review.inbox_tokens (token_hash, area_id, inbox_id)
    values (${Buffer.from(hash)}, ${areaId}, ${inboxId})
  `
}

/** Where the link of an inbox leads, or null. Needs no area: the token is all its holder has. */
export async function findInbox(tx: Db, hash: Uint8Array): Promise<InboxTarget | null> {
  const [row] = await tx`
    select area_id, inbox_id from case_review.inbox_tokens where token_hash = ${Buffer.from(hash)}
  `
  return row === undefined ? null : InboxTarget.parse(row)
}

/** A request as its inbox shows it: no more of the case than its reference. */
export const InboxRow = z.strictObject({
  informationRequestId: InformationRequestId,
  reference: CaseReference,
  organisationName: z.string(),
  state: InformationRequestState,
  sentOn: PlainDate,
  dueOn: PlainDate,
  answeredAt: Instant.nullable(),
  /** By when the rest was promised, where a part was sent since it was asked last. */
  promisedOn: PlainDate.nullable(),
})
export type InboxRow = z.infer<typeof InboxRow>

const whileGathering = CaseState.options.filter(mayGather)
const asked = InformationRequestState.options.filter(isAsked)

/**
 * The requests that lie in an inbox and that its holder can open: neither recalled nor sent on, of cases that are here,
 * confirmed, and not reviewed yet. What is due first stands first.
 */
export async function inboxRows(tx: Db, { areaId, inboxId }: InboxTarget): Promise<InboxRow[]> {
  const rows = await tx`
    select r.information_request_id, c.reference, r.state,
      coalesce(r.asked_again_on, r.sent_on) as sent_on, coalesce(r.again_due_on, r.due_on) as due_on,
      case when r.state <> 'sent-back' then r.returned_at end as answered_at,
      (
        select p.promised_on from case_review.partial_returns p
        where p.area_id = r.area_id and p.information_request_id = r.information_request_id and p.round = r.round
          and r.state in ('sent', 'sent-back')
        order by p.number desc limit 1
      ) as promised_on,
      case_review.organisation_name(o.area_id, o.organisation_id, o.name, r.sent_on) as organisation_name
    from case_review.inbox_requests i
    join case_review.information_requests r
      on r.area_id = i.area_id and r.information_request_id = i.information_request_id
    join case_review.cases c on c.area_id = r.area_id and c.case_id = r.case_id
    join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
    where i.area_id = ${areaId} and i.inbox_id = ${inboxId} and r.state = any (${asked}::text[])
      and c.confirmed_at is not null
      and case_review.standing_state(c.area_id, c.case_id) = any (${whileGathering}::text[])
    order by r.state in ('returned', 'accepted', 'nothing-known'), coalesce(r.again_due_on, r.due_on), c.reference, r.information_request_id
  `
  return rows.map((row) => InboxRow.parse(row))
}

/** One request of an inbox that waits for its answer, by which its mailbox is known; null when there is none. */
export async function waitingIn(tx: Db, target: InboxTarget): Promise<InformationRequestId | null> {
  const rows = await inboxRows(tx, target)
  return rows[0]?.informationRequestId ?? null
}
