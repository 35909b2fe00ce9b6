import type { Db } from '@cdop/database'
import { ApiTokenId, AreaId, type Instant } from '@cdop/domain'
import { ApiToken } from './api-token.ts'

/** Adds a token and where to look for it. */
export async function addToken(
  tx: Db,
  areaId: AreaId,
  tokenHash: Buffer,
  token: Omit<ApiToken, 'lastUsedAt' | 'revokedAt'>,
): Promise<void> {
  await tx`
    insert into portal.api_tokens (area_id, token_id, organisation_id, organisation_name, ods_code, scopes, token_hash,
      uses_per_minute, created_at, expires_at)
    values (${areaId}, ${token.tokenId}, ${token.organisationId}, ${token.organisationName}, ${token.odsCode},
      ${[...token.scopes]}, ${tokenHash}, ${token.usesPerMinute}, ${token.createdAt}, ${token.expiresAt})
  `
  await tx`
    insert into portal.api_token_hashes (token_hash, area_id, token_id) values (${tokenHash}, ${areaId}, ${token.tokenId})
  `
}

/** Every token of the area, the newest first. */
export async function readTokens(tx: Db, areaId: AreaId): Promise<ApiToken[]> {
  const rows = await tx`
    select token_id, organisation_id, organisation_name, ods_code, scopes, uses_per_minute, created_at, expires_at,
      last_used_at, revoked_at
    from portal.api_tokens where area_id = ${areaId} order by created_at desc, token_id
  `
  return rows.map((row) => ApiToken.parse({ ...row }))
}

/** @returns false when there is no such token in the area that could still be used */
export async function revokeToken(
  tx: Db,
  areaId: AreaId,
  tokenId: ApiTokenId,
  at: Instant,
): Promise<boolean> {
  const revoked = await tx`
    update portal.api_tokens set revoked_at = ${at}
    where area_id = ${areaId} and token_id = ${tokenId} and revoked_at is null
    returning token_id
  `
  return revoked.length > 0
}

/** Where a token was made out, if it ever was. */
export async function whereTokenIs(
  tx: Db,
  tokenHash: Buffer,
): Promise<{ areaId: AreaId; tokenId: ApiTokenId } | null> {
  const [row] = await tx<{ areaId: string; tokenId: string }[]>`
    select area_id, token_id from portal.api_token_hashes where token_hash = ${tokenHash}
  `
  return row === undefined
    ? null
    : { areaId: AreaId.parse(row.areaId), tokenId: ApiTokenId.parse(row.tokenId) }
}

/** A token that is neither revoked nor expired; its last use is now. Null when it opens nothing. */
export async function useToken(
  tx: Db,
  areaId: AreaId,
  tokenId: ApiTokenId,
  at: Instant,
): Promise<ApiToken | null> {
  const [row] = await tx`
    update portal.api_tokens set last_used_at = ${at}
    where area_id = ${areaId} and token_id = ${tokenId} and revoked_at is null and expires_at > ${at}
    returning token_id, organisation_id, organisation_name, ods_code, scopes, uses_per_minute, created_at, expires_at,
      last_used_at, revoked_at
  `
  return row === undefined ? null : ApiToken.parse({ ...row })
}

/** Counts one more use in the minute and forgets the minutes before. @returns how many it has been with this one */
export async function countUse(
  tx: Db,
  areaId: AreaId,
  tokenId: ApiTokenId,
  minute: Instant,
): Promise<number> {
  await tx`
    delete from portal.api_token_uses
    where area_id = ${areaId} and token_id = ${tokenId} and minute < ${minute}
  `
  const [row] = await tx<{ uses: number }[]>`
    insert into portal.api_token_uses as counted (area_id, token_id, minute, uses)
    values (${areaId}, ${tokenId}, ${minute}, 1)
    on conflict (area_id, token_id, minute) do update set uses = counted.uses + 1
    returning uses
  `
  return row?.uses ?? 1
}
