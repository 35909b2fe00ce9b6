import type { Db } from '@cdop/database'
import type { Instant } from '@cdop/domain'
import { type CodeAllowance, CodeRow } from '../link/link-store.ts'
import type { InboxTarget } from './inbox-store.ts'

/** The newest code replaces the one before it. False, and nothing changed, when too many were sent lately. */
export async function saveInboxCode(
  tx: Db,
  { areaId, inboxId }: InboxTarget,
  code: { nonce: Uint8Array; at: Instant; expiresAt: Instant },
  { most, since }: CodeAllowance,
): Promise<boolean> {
  const saved = await tx`
    insert into case_review.inbox_codes as c (area_id, inbox_id, nonce, expires_at, sent_since, sent)
    values (${areaId}, ${inboxId}, ${Buffer.from(code.nonce)}, ${code.expiresAt}, ${code.at}, 1)
    on conflict (area_id, inbox_id) do update
    set nonce = excluded.nonce, expires_at = excluded.expires_at, tries = 0, entered_at = null,
        sent_since = case when c.sent_since < ${since} then excluded.sent_since else c.sent_since end,
        sent = case when c.sent_since < ${since} then 1 else c.sent + 1 end
    where c.sent_since < ${since} or c.sent < ${most}
    returning sent
  `
  return saved.length === 1
}

/** The code in force, locked: two guesses at once count as two. */
export async function lockInboxCode(tx: Db, { areaId, inboxId }: InboxTarget): Promise<CodeRow | null> {
  const [row] = await tx`
    select nonce, expires_at, tries, entered_at from case_review.inbox_codes
    where area_id = ${areaId} and inbox_id = ${inboxId} for update
  `
  return row === undefined ? null : CodeRow.parse(row)
}

export async function countInboxTry(tx: Db, { areaId, inboxId }: InboxTarget): Promise<void> {
  await tx`
    update case_review.inbox_codes set tries = tries + 1 where area_id = ${areaId} and inbox_id = ${inboxId}
  `
}

export async function markInboxEntered(tx: Db, { areaId, inboxId }: InboxTarget, at: Instant): Promise<void> {
  await tx`
    update case_review.inbox_codes set entered_at = ${at} where area_id = ${areaId} and inbox_id = ${inboxId}
  `
}
