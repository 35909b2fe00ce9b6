import type { Db } from '@cdop/database'
import {
  AreaId,
  type InformationRequestId,
  Instant,
  Refusal,
  InformationRequestId as RequestIdSchema,
} from '@cdop/domain'
import { z } from 'zod'

/** What a link leads to. */
export const LinkTarget = z.strictObject({ areaId: AreaId, informationRequestId: RequestIdSchema })
export type LinkTarget = z.infer<typeof LinkTarget>

export async function insertLink(tx: Db, hash: Uint8Array, target: LinkTarget): Promise<void> {
  await tx`
    insert into case_review.link_tokens (token_hash, area_id, information_request_id)
    values (${Buffer.from(hash)}, ${target.areaId}, ${target.informationRequestId})
  `
}

/** Every link of a request is dead from now on. */
export async function deleteLinks(tx: Db, { areaId, informationRequestId }: LinkTarget): Promise<void> {
  await tx`
    delete from case_review.link_tokens
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/** Where a link leads, or null. Needs no area: the token is all its holder has. */
export async function findLink(tx: Db, hash: Uint8Array): Promise<LinkTarget | null> {
  const [row] = await tx`
    select area_id, information_request_id from case_review.link_tokens where token_hash = ${Buffer.from(hash)}
  `
  return row === undefined ? null : LinkTarget.parse(row)
}

/** The area in which a request lies now, or null when there is none such. */
export async function areaOfRequest(
  tx: Db,
  informationRequestId: InformationRequestId,
): Promise<AreaId | null> {
  const [row] = await tx`
    select area_id from case_review.link_tokens where information_request_id = ${informationRequestId} limit 1
  `
  return row === undefined ? null : AreaId.parse(row['areaId'])
}

/** @throws Refusal `request-moved` when the case of a request has been handed to another area */
export async function requireHere(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<void> {
  const now = await areaOfRequest(tx, informationRequestId)
  if (now !== null && now !== areaId) throw new Refusal('request-moved')
}

export const CodeRow = z.object({
  nonce: z.instanceof(Uint8Array),
  expiresAt: Instant,
  tries: z.number().int(),
  enteredAt: Instant.nullable(),
})
export type CodeRow = z.infer<typeof CodeRow>

/** How many codes may be mailed for one link, and within which time they are counted. */
export type CodeAllowance = { most: number; since: Instant }

/** The newest code replaces the one before it. False, and nothing changed, when too many were sent lately. */
export async function saveCode(
  tx: Db,
  { areaId, informationRequestId }: LinkTarget,
  code: { nonce: Uint8Array; at: Instant; expiresAt: Instant },
  { most, since }: CodeAllowance,
): Promise<boolean> {
  const saved = await tx`
    insert into case_review.link_codes as c
      (area_id, information_request_id, nonce, expires_at, sent_since, sent)
    values (${areaId}, ${informationRequestId}, ${Buffer.from(code.nonce)}, ${code.expiresAt}, ${code.at}, 1)
    on conflict (area_id, information_request_id) do update
    set nonce = excluded.nonce, expires_at = excluded.expires_at, tries = 0, entered_at = null,
        sent_since = case when c.sent_since < ${since} then excluded.sent_since else c.sent_since end,
        sent = case when c.sent_since < ${since} then 1 else c.sent + 1 end
    where c.sent_since < ${since} or c.sent < ${most}
    returning sent
  `
  return saved.length === 1
}

/** The code in force, locked: two guesses at once count as two. */
export async function lockCode(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<CodeRow | null> {
  const [row] = await tx`
    select nonce, expires_at, tries, entered_at from case_review.link_codes
    where area_id = ${areaId} and information_request_id = ${informationRequestId} for update
  `
  return row === undefined ? null : CodeRow.parse(row)
}

export async function countTry(tx: Db, { areaId, informationRequestId }: LinkTarget): Promise<void> {
  await tx`
    update case_review.link_codes set tries = tries + 1
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

export async function markEntered(
  tx: Db,
  { areaId, informationRequestId }: LinkTarget,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.link_codes set entered_at = ${at}
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}
