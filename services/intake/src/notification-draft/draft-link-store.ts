import type { Db } from '@cdop/database'
import { AreaId, Instant, NotificationDraftId } from '@cdop/domain'
import { z } from 'zod'
import type { DraftPlace } from './draft-store.ts'

/** Puts a new link in the place of those mailed before: only the newest opens anything. */
export async function replaceLink(tx: Db, hash: Uint8Array, { areaId, draftId }: DraftPlace): Promise<void> {
  await tx`delete from intake.draft_links where draft_id = ${draftId}`
  await tx`
    insert into intake.draft_links (token_hash, area_id, draft_id)
    values (${Buffer.from(hash)}, ${areaId}, ${draftId})
  `
}

const Target = z.object({ areaId: AreaId, draftId: NotificationDraftId })

/** Where a link leads, or null. Needs no area: the token is all its holder has. */
export async function findLink(tx: Db, hash: Uint8Array): Promise<DraftPlace | null> {
  const [row] =
    await tx`select area_id, draft_id from intake.draft_links where token_hash = ${Buffer.from(hash)}`
  return row === undefined ? null : Target.parse({ ...row })
}

const CodeRow = z.object({
  nonce: z.instanceof(Uint8Array),
  expiresAt: Instant,
  tries: z.int(),
  enteredAt: Instant.nullable(),
})

/** The newest code replaces the one before it. False, and nothing changed, when `most` were sent since `since`. */
export async function saveCode(
  tx: Db,
  { areaId, draftId }: DraftPlace,
  code: { nonce: Uint8Array; at: Instant; expiresAt: Instant },
  { most, since }: { most: number; since: Instant },
): Promise<boolean> {
  const saved = await tx`
    insert into intake.draft_codes as c (area_id, draft_id, nonce, expires_at, sent_since, sent)
    values (${areaId}, ${draftId}, ${Buffer.from(code.nonce)}, ${code.expiresAt}, ${code.at}, 1)
    on conflict (area_id, draft_id) do update
    set nonce = excluded.nonce, expires_at = excluded.expires_at, tries = 0, entered_at = null,
        sent_since = case when c.sent_since < ${since} then excluded.sent_since else c.sent_since end,
        sent = case when c.sent_since < ${since} then 1 else c.sent + 1 end
    where c.sent_since < ${since} or c.sent < ${most}
    returning sent
  `
  return saved.length === 1
}

/** The code in force, locked: two guesses at once count as two. */
export async function lockCode(tx: Db, { areaId, draftId }: DraftPlace) {
  const [row] = await tx`
    select nonce, expires_at, tries, entered_at from intake.draft_codes
    where area_id = ${areaId} and draft_id = ${draftId} for update
  `
  return row === undefined ? null : CodeRow.parse({ ...row })
}

export async function countTry(tx: Db, { areaId, draftId }: DraftPlace): Promise<void> {
  await tx`
    update intake.draft_codes set tries = tries + 1 where area_id = ${areaId} and draft_id = ${draftId}
  `
}

export async function markEntered(tx: Db, { areaId, draftId }: DraftPlace, at: Instant): Promise<void> {
  await tx`
    update intake.draft_codes set entered_at = ${at} where area_id = ${areaId} and draft_id = ${draftId}
  `
}

/** Nothing leads to a draft any more. */
export async function forgetLinks(tx: Db, { areaId, draftId }: DraftPlace): Promise<void> {
  await tx`delete from intake.draft_links where draft_id = ${draftId}`
  await tx`delete from intake.draft_codes where area_id = ${areaId} and draft_id = ${draftId}`
}
