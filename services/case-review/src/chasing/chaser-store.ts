import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaseReference,
  CaseState,
  ChasingStep,
  type EscalationStep,
  InformationRequestId,
  Instant,
  mayGather,
  OrganisationKind,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { type KeyProvider, type SubjectCipher, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { openRecipient } from '../information-request/recipient-store.ts'

/** What became of a chaser: of its mail, or `done` by a person. */
const ChaserResult = z.enum(['waiting', 'sent', 'overtaken', 'done'])

/** A rung an agency was chased up. */
export const Chaser = z.strictObject({
  /** After it was sent back so many times less one. */
  round: z.int().positive(),
  step: ChasingStep,
  on: PlainDate,
  result: ChaserResult,
  /** Whom a person wrote to, who recorded it, and when; null for a mail. */
  addressee: z.string().nullable(),
  recordedBy: PersonId.nullable(),
  recordedAt: Instant,
})
export type Chaser = z.infer<typeof Chaser>

/** Whom somebody wrote to is bound to its request, round and step: it opens as no other's. */
const tableOf = (informationRequestId: InformationRequestId, step: string, round: number) =>
  round === 1 ? `chasers/${informationRequestId}/${step}` : `chasers/${informationRequestId}/${step}/${round}`

/** The chasers of one request, the first at the top. */
export async function chasersOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<Chaser[]> {
  const rows = await tx<{ step: string; round: number; addressee: Buffer | null }[]>`
    select k.round, k.step, k.taken_on as "on", k.addressee, k.recorded_by, k.recorded_at,
      case when k.recorded_by is not null then 'done' when k.chaser_mail_id is null then 'sent'
        else coalesce(m.outcome, 'waiting') end as result
    from case_review.chasers k
    left join case_review.chaser_mails m on m.area_id = k.area_id and m.chaser_mail_id = k.chaser_mail_id
    where k.area_id = ${areaId} and k.information_request_id = ${informationRequestId}
    order by k.recorded_at, k.taken_on
  `
  return rows.map(({ addressee, ...row }) =>
    Chaser.parse({
      ...row,
      addressee:
        addressee === null
          ? null
          : cipher.openJson(tableOf(informationRequestId, row.step, row.round), 'addressee', addressee),
    }),
  )
}

/** An unanswered request as the schedule sees it: no more of the case than its reference. */
export const ChasedRequest = z.object({
  informationRequestId: InformationRequestId,
  caseId: CaseId,
  reference: CaseReference,
  email: z.string(),
  organisationName: z.string(),
  organisationKind: OrganisationKind,
  attempt: z.int(),
  /** One more than the times it was sent back. */
  round: z.int(),
  /** When it was asked for last, and by when. */
  sentOn: PlainDate,
  dueOn: PlainDate,
  remindedOn: PlainDate.nullable(),
  escalateOn: PlainDate.nullable(),
  /** Nobody chases it before; always, when it is null. Not before the day is over that the rest of a part was promised for. */
  chaseFrom: PlainDate.nullable(),
  /** By when the rest was promised, where a part came since it was asked last. */
  promisedOn: PlainDate.nullable(),
  taken: z.array(z.strictObject({ step: ChasingStep, on: PlainDate })),
})
export type ChasedRequest = z.infer<typeof ChasedRequest>

const whileGathering = CaseState.options.filter(mayGather)

/** The rungs taken of a request `r`, as they are parsed above. */
const taken = (tx: Db) => tx`
  coalesce((
    select jsonb_agg(jsonb_build_object('step', k.step, 'on', k.taken_on)) from case_review.chasers k
    where k.area_id = r.area_id and k.information_request_id = r.information_request_id and k.round = r.round
  ), '[]')
`

/**
 * What the area's agencies still owe: sent, not answered or recalled, or sent back, of cases whose death is confirmed and which the
 * panel has not reviewed. A case that was taken back or handed over is none of them; one that was merged goes by the case it was
 * merged into. Nobody is chased for what was asked before a finished review began again. A hold keeps nobody from answering and stops no chaser. Of all, or of those asked for.
 */
export async function chasedRequests(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  of?: readonly InformationRequestId[],
): Promise<ChasedRequest[]> {
  const rows = await tx<Kept[]>`
    select r.information_request_id, r.case_id, c.reference, o.email, o.kind as organisation_kind,
      case_review.organisation_name(o.area_id, o.organisation_id, o.name, r.sent_on) as organisation_name,
      p.reached, d.wrapped, r.attempt, r.round,
      coalesce(r.asked_again_on, r.sent_on) as sent_on, coalesce(r.again_due_on, r.due_on) as due_on, r.reminded_on, r.escalate_on,
      greatest(r.chase_from, promised.by + 1) as chase_from, promised.by as promised_on,
      ${taken(tx)} as taken
    from case_review.information_requests r
    join case_review.cases c on c.area_id = r.area_id and c.case_id = r.case_id
    join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
    join case_review.data_keys d on d.area_id = r.area_id and d.subject = r.case_id
    left join case_review.request_recipients p on p.area_id = r.area_id
      and p.information_request_id = r.information_request_id and p.attempt = r.attempt
    left join lateral (
      select promised_on as by from case_review.partial_returns
      where area_id = r.area_id and information_request_id = r.information_request_id and round = r.round
      order by number desc limit 1
    ) promised on true
    where r.area_id = ${areaId} and r.state in ('sent', 'sent-back') and c.confirmed_at is not null
      and case_review.standing_state(c.area_id, c.case_id) = any (${whileGathering})
      and not exists (
        select from case_review.reopenings p
        where p.area_id = r.area_id
          and p.case_id in (r.case_id, case_review.standing_case(c.area_id, c.case_id)) and p.recorded_at > r.sent_at
          and (r.asked_again_on is null or r.asked_again_on < p.reopened_on)
      )
      ${of === undefined ? tx`` : tx`and r.information_request_id = any (${[...of]}::uuid[])`}
    order by coalesce(r.again_due_on, r.due_on), c.reference, r.information_request_id
  `
  return rows.map(({ reached, wrapped, ...row }) => {
    const request = ChasedRequest.parse(row)
    if (reached === null) return request
    const cipher = subjectCipher(keys, areaId, request.caseId, wrapped)
    const { email } = openRecipient(cipher, request, reached)
    return { ...request, email }
  })
}

/** Whom a request went to lies sealed; one of before that was kept went to the mailbox of its organisation. */
type Kept = { reached: Buffer | null; wrapped: Buffer }

/** One mail to one mailbox, and the rungs it climbs. */
export type NewChaserMail = {
  chaserMailId: string
  mailboxIndex: Uint8Array
  on: PlainDate
  at: Instant
  chasers: readonly { informationRequestId: InformationRequestId; step: ChasingStep }[]
}

/** Keeps a mail that is to leave. Each request counts one more reminder: nobody is reminded twice on a day. */
export async function insertChaserMail(tx: Db, areaId: AreaId, mail: NewChaserMail): Promise<void> {
  const { chaserMailId, mailboxIndex, on, at, chasers } = mail
  await tx`
    insert into case_review.chaser_mails (area_id, chaser_mail_id, mailbox_index, chased_on)
    values (${areaId}, ${chaserMailId}, ${Buffer.from(mailboxIndex)}, ${on})
  `
  const requests = chasers.map(({ informationRequestId }) => informationRequestId)
  const steps = chasers.map(({ step }) => step)
  await tx`
    insert into case_review.chasers (area_id, information_request_id, round, step, taken_on, chaser_mail_id, recorded_at)
    select ${areaId}, due.request, r.round, due.step, ${on}, ${chaserMailId}, ${at}
    from unnest(${requests}::uuid[], ${steps}::text[]) as due (request, step)
    join case_review.information_requests r on r.area_id = ${areaId} and r.information_request_id = due.request
  `
  await tx`
    update case_review.information_requests set reminders = reminders + 1, reminded_on = ${on}
    where area_id = ${areaId} and information_request_id = any (${requests}::uuid[])
  `
}

/** What a mail that waits was to chase, and which mailbox it was for; null when it has left or is not needed. */
export async function waitingChaserMail(
  tx: Db,
  areaId: AreaId,
  chaserMailId: string,
): Promise<{ mailboxIndex: Buffer; steps: ReadonlyMap<InformationRequestId, ChasingStep> } | null> {
  const [mail] = await tx<{ mailboxIndex: Buffer }[]>`
    select mailbox_index from case_review.chaser_mails
    where area_id = ${areaId} and chaser_mail_id = ${chaserMailId} and outcome is null
  `
  if (mail === undefined) return null
  const rows = await tx<{ informationRequestId: string; step: string }[]>`
    select information_request_id, step from case_review.chasers
    where area_id = ${areaId} and chaser_mail_id = ${chaserMailId}
  `
  return {
    mailboxIndex: mail.mailboxIndex,
    steps: new Map(
      rows.map((row) => [InformationRequestId.parse(row.informationRequestId), ChasingStep.parse(row.step)]),
    ),
  }
}

export async function markChaserMail(
  tx: Db,
  areaId: AreaId,
  chaserMailId: string,
  { outcome, at }: { outcome: 'sent' | 'overtaken'; at: Instant },
): Promise<void> {
  await tx`
    update case_review.chaser_mails set outcome = ${outcome}, outcome_at = ${at}
    where area_id = ${areaId} and chaser_mail_id = ${chaserMailId} and outcome is null
  `
}

/** A rung a person climbed: whom they wrote to and when. */
export async function insertEscalation(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId }: { areaId: AreaId; informationRequestId: InformationRequestId },
  taken: {
    round: number
    step: EscalationStep
    on: PlainDate
    addressee: string
    by: PersonId
    at: Instant
  },
): Promise<void> {
  const { round, step, on, addressee, by, at } = taken
  await tx`
    insert into case_review.chasers (area_id, information_request_id, round, step, taken_on, addressee, recorded_by,
      recorded_at)
    values (${areaId}, ${informationRequestId}, ${round}, ${step}, ${on},
      ${cipher.sealJson(tableOf(informationRequestId, step, round), 'addressee', addressee)}, ${by}, ${at})
  `
}

/** Since when a person has to chase a request, or that nobody has to. */
export async function setEscalateOn(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  on: PlainDate | null,
): Promise<void> {
  await tx`
    update case_review.information_requests set escalate_on = ${on}
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}
