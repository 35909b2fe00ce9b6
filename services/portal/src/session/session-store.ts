import type { Db } from '@cdop/database'
import { AreaId, InboxId, InformationRequestId, Instant, NotificationDraftId, PersonId } from '@cdop/domain'
import { z } from 'zod'

/**
 * Whose session it is: a person (in an area once one is chosen), the holder of a mailed link, whoever has opened
 * the inbox of a mailbox, or somebody who notifies
 * a death without an account.
 */
export type SessionHolder =
  | { kind: 'person'; personId: PersonId; areaId: AreaId | null }
  | { kind: 'link'; areaId: AreaId; informationRequestId: InformationRequestId }
  | { kind: 'inbox'; areaId: AreaId; inboxId: InboxId }
  | { kind: 'draft'; areaId: AreaId; notificationDraftId: NotificationDraftId }

const times = { idleUntil: Instant, endsAt: Instant }

export const Session = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    personId: PersonId,
    areaId: AreaId.nullable(),
    namesHidden: z.boolean(),
    ...times,
  }),
  z.object({
    kind: z.literal('link'),
    areaId: AreaId,
    informationRequestId: InformationRequestId,
    ...times,
  }),
  z.object({ kind: z.literal('inbox'), areaId: AreaId, inboxId: InboxId, ...times }),
  z.object({ kind: z.literal('draft'), areaId: AreaId, notificationDraftId: NotificationDraftId, ...times }),
])
export type Session = z.infer<typeof Session>

export async function insertSession(
  tx: Db,
  hash: Buffer,
  holder: SessionHolder,
  { startedAt, idleUntil, endsAt }: { startedAt: Instant; idleUntil: Instant; endsAt: Instant },
): Promise<void> {
  const personId = holder.kind === 'person' ? holder.personId : null
  const informationRequestId = holder.kind === 'link' ? holder.informationRequestId : null
  const inboxId = holder.kind === 'inbox' ? holder.inboxId : null
  const notificationDraftId = holder.kind === 'draft' ? holder.notificationDraftId : null
  await tx`
    insert into portal.sessions
      (token_hash, kind, person_id, area_id, information_request_id, notification_draft_id, inbox_id, started_at, idle_until,
       ends_at)
    values
      (${hash}, ${holder.kind}, ${personId}, ${holder.areaId}, ${informationRequestId}, ${notificationDraftId},
       ${inboxId}, ${startedAt}, ${idleUntil}, ${endsAt})
  `
}

/** The session of a token that is still alive at this moment. */
export async function liveSession(tx: Db, hash: Buffer, at: Instant): Promise<Session | null> {
  const [row] = await tx`
    select kind, person_id, area_id, information_request_id, notification_draft_id, inbox_id, names_hidden, idle_until,
      ends_at
    from portal.sessions where token_hash = ${hash} and idle_until > ${at} and ends_at > ${at}
  `
  return row === undefined ? null : Session.parse({ ...row })
}

export async function keepAlive(tx: Db, hash: Buffer, idleUntil: Instant): Promise<void> {
  await tx`update portal.sessions set idle_until = ${idleUntil} where token_hash = ${hash}`
}

/** The request of a mailed link lies in another area now: so does the session. */
export async function moveSession(tx: Db, hash: Buffer, areaId: AreaId): Promise<void> {
  await tx`update portal.sessions set area_id = ${areaId} where token_hash = ${hash} and kind = 'link'`
}

/** Hides the names of children from a person's pages, or shows them again, until the session ends. */
export async function hideNames(tx: Db, hash: Buffer, hidden: boolean): Promise<void> {
  await tx`update portal.sessions set names_hidden = ${hidden} where token_hash = ${hash} and kind = 'person'`
}

/** Whether somebody hides names on this browser: what goes on with them in their next session of it. */
export async function hidesNames(tx: Db, hash: Buffer, personId: PersonId): Promise<boolean> {
  const rows = await tx`
    select from portal.sessions where token_hash = ${hash} and person_id = ${personId} and names_hidden
  `
  return rows.length > 0
}

export async function endSession(tx: Db, hash: Buffer): Promise<void> {
  await tx`delete from portal.sessions where token_hash = ${hash}`
}

/** Ends a person's sessions in one area; those not yet in an area end too. */
export async function endSessionsIn(tx: Db, areaId: AreaId, personId: PersonId): Promise<void> {
  await tx`
    delete from portal.sessions where person_id = ${personId} and (area_id = ${areaId} or area_id is null)
  `
}

export async function forgetEndedSessions(tx: Db, at: Instant): Promise<void> {
  await tx`delete from portal.sessions where ends_at < ${at}`
}
