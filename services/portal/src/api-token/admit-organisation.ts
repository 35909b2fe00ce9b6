import { Instant, type Organisation, type RequestId, type ServiceActor } from '@cdop/domain'
import type { PortalParts } from '../portal-parts.ts'
import { tokenHash } from '../session/token.ts'
import { countUse, useToken, whereTokenIs } from './api-token-store.ts'
import { doorFor } from './token-scope.ts'

/** What becomes of somebody who shows a token. */
export type Admission =
  | { kind: 'admitted'; actor: Organisation }
  /** Unknown, revoked or expired: which of them is not told. */
  | { kind: 'unknown' }
  /** A good token, but not for this address. */
  | { kind: 'not-for-this' }
  /** More requests in this minute than the token is good for; when the next one may come. */
  | { kind: 'too-many'; retryAfterSeconds: number }

const MINUTE = 60_000
const BEARER = /^Bearer +(cdop_[A-Za-z0-9_-]{43})$/

/** The actor a request is made as, from its Authorization header. The use is counted in the database. */
export async function admitOrganisation(
  { database, clock }: PortalParts,
  authorization: string | undefined,
  address: 'rest' | 'fhir',
  requestId: RequestId,
): Promise<Admission> {
  const token = BEARER.exec(authorization ?? '')?.[1]
  if (token === undefined) return { kind: 'unknown' }
  const found = await whereTokenIs(database.sql, tokenHash(token))
  if (found === null) return { kind: 'unknown' }
  const { areaId, tokenId } = found
  const portal: ServiceActor = { kind: 'service', service: 'portal', areaId, onBehalfOf: null, requestId }
  return database.transaction(portal, async (tx): Promise<Admission> => {
    const now = clock.now()
    const used = await useToken(tx, areaId, tokenId, now)
    if (used === null) return { kind: 'unknown' }
    const since = Date.parse(now) % MINUTE
    const minute = Instant.parse(new Date(Date.parse(now) - since).toISOString())
    if ((await countUse(tx, areaId, tokenId, minute)) > used.usesPerMinute) {
      return { kind: 'too-many', retryAfterSeconds: Math.ceil((MINUTE - since) / 1000) }
    }
    const door = doorFor(used.scopes, address)
    if (door === null) return { kind: 'not-for-this' }
    const { organisationId } = used
    return { kind: 'admitted', actor: { kind: 'organisation', organisationId, door, areaId, requestId } }
  })
}
