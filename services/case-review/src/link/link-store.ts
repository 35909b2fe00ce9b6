import type { Db } from '@cdop/database'
import {
  AreaId,
  type InformationRequestId,
  Instant,
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

/** Where a link leads, or null. Needs no area: the token is all its holder has. */
export async function findLink(tx: Db, hash: Uint8Array): Promise<LinkTarget | null> {
  const [row] = await tx`
    select area_id, information_request_id from case_review.link_tokens where token_hash = ${Buffer.from(hash)}
  `
  return row === undefined ? null : LinkTarget.parse(row)
}

const CodeRow = z.object({
  nonce: z.instanceof(Uint8Array),
  expiresAt: Instant,
  tries: z.number().int(),
  enteredAt: Instant.nullable(),
})
export type CodeRow = z.infer<typeof CodeRow>

/** The newest code replaces the one before it. */
export async function saveCode(
  tx: Db,
  { areaId, informationRequestId }: LinkTarget,
  nonce: Uint8Array,
  expiresAt: Instant,
): Promise<void> {
  await tx`
    insert into case_review.link_codes (area_id, information_request_id, nonce, expires_at)
    values (${areaId}, ${informationRequestId}, ${Buffer.from(nonce)}, ${expiresAt})
    on conflict (area_id, information_request_id)
    do update set nonce = excluded.nonce, expires_at = excluded.expires_at, tries = 0, entered_at = null
  `
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
