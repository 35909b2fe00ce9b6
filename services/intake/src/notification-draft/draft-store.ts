import type { Db } from '@cdop/database'
import { type AreaId, Instant, type NotificationDraftId, NotificationId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { Completes } from './complete-asked.ts'

const StoredDraft = z.object({
  wrapped: z.instanceof(Uint8Array),
  formVersion: z.string(),
  version: z.int().positive(),
  answers: z.instanceof(Uint8Array),
  page: z.string().nullable(),
  startedAt: Instant,
  endsAt: Instant,
  notificationId: NotificationId.nullable(),
  submittedAt: Instant.nullable(),
  mailbox: z.instanceof(Uint8Array).nullable(),
  linkAttempt: z.int(),
  carried: z.instanceof(Uint8Array).nullable(),
  /** The notification it completes, and the version that lacked answers; nothing of one that is new. */
  completesNotificationId: NotificationId.nullable(),
  completesVersion: z.int().nullable(),
})
export type StoredDraft = z.infer<typeof StoredDraft>

/** Where a draft lies. */
export type DraftPlace = { areaId: AreaId; draftId: NotificationDraftId }

export async function insertDraft(
  tx: Db,
  { areaId, draftId }: DraftPlace,
  begun: {
    wrapped: Uint8Array
    formVersion: string
    answers: Uint8Array
    carried: Uint8Array | null
    completes: Completes | null
    startedAt: Instant
    endsAt: Instant
  },
): Promise<void> {
  const { wrapped, formVersion, answers, carried, completes, startedAt, endsAt } = begun
  await tx`
    insert into intake.notification_drafts
      (area_id, id, wrapped, form_version, version, answers, carried,
       completes_notification_id, completes_version, started_at, ends_at)
    values (${areaId}, ${draftId}, ${Buffer.from(wrapped)}, ${formVersion}, 1, ${Buffer.from(answers)},
      ${carried === null ? null : Buffer.from(carried)}, ${completes?.notificationId ?? null},
      ${completes?.version ?? null}, ${startedAt}, ${endsAt})
  `
}

/** A draft that is alive at this moment, or was sent a while ago. @throws Refusal `not-found` when it is not */
export async function findDraft(
  tx: Db,
  { areaId, draftId }: DraftPlace,
  at: Instant,
  { lock = false }: { lock?: boolean } = {},
): Promise<StoredDraft> {
  const [row] = await tx`
    select wrapped, form_version, version, answers, page, started_at, ends_at, notification_id, submitted_at,
      mailbox, link_attempt, carried, completes_notification_id, completes_version
    from intake.notification_drafts
    where area_id = ${areaId} and id = ${draftId} and ends_at > ${at}
    ${lock ? tx`for update` : tx``}
  `
  if (row === undefined) throw new Refusal('not-found')
  return StoredDraft.parse(row)
}

export async function saveDraftAnswers(
  tx: Db,
  { areaId, draftId }: DraftPlace,
  saved: { formVersion: string; answers: Uint8Array; page: string; version: number },
): Promise<void> {
  await tx`
    update intake.notification_drafts
    set form_version = ${saved.formVersion}, answers = ${Buffer.from(saved.answers)}, page = ${saved.page},
        version = ${saved.version}
    where area_id = ${areaId} and id = ${draftId}
  `
}

export async function saveMailbox(
  tx: Db,
  { areaId, draftId }: DraftPlace,
  { mailbox, linkAttempt }: { mailbox: Uint8Array; linkAttempt: number },
): Promise<void> {
  await tx`
    update intake.notification_drafts set mailbox = ${Buffer.from(mailbox)}, link_attempt = ${linkAttempt}
    where area_id = ${areaId} and id = ${draftId}
  `
}

export async function markSent(
  tx: Db,
  { areaId, draftId }: DraftPlace,
  sent: { notificationId: NotificationId; at: Instant; endsAt: Instant },
): Promise<void> {
  await tx`
    update intake.notification_drafts
    set notification_id = ${sent.notificationId}, submitted_at = ${sent.at}, ends_at = ${sent.endsAt}
    where area_id = ${areaId} and id = ${draftId}
  `
}

/** Destroys a draft, content and key. When it still has time, nothing happens and its end is answered. */
export async function destroyDraft(
  tx: Db,
  { areaId, draftId }: DraftPlace,
  at: Instant,
): Promise<Instant | null> {
  await tx`
    delete from intake.notification_drafts where area_id = ${areaId} and id = ${draftId} and ends_at <= ${at}
  `
  const [left] = await tx`
    select ends_at from intake.notification_drafts where area_id = ${areaId} and id = ${draftId}
  `
  return left === undefined ? null : Instant.parse(left['endsAt'])
}

/**
 * Destroys, content and key, what somebody was asked to complete of a notification and has not sent: the link they were
 * mailed finds nothing any more.
 */
export async function destroyAsked(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<void> {
  await tx`
    delete from intake.notification_drafts
    where area_id = ${areaId} and completes_notification_id = ${notificationId} and notification_id is null
  `
}

/** Until when somebody can still answer what they were asked for a notification; null when nobody is asked. */
export async function askedUntil(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  at: Instant,
): Promise<Instant | null> {
  const [row] = await tx`
    select max(ends_at) as until from intake.notification_drafts
    where area_id = ${areaId} and completes_notification_id = ${notificationId} and notification_id is null
      and ends_at > ${at}
  `
  return Instant.nullable().parse(row?.['until'] ?? null)
}
