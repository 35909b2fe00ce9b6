import type { Db } from '@cdop/database'
import { type AreaId, CaseId, type Instant, NotificationId, type PersonId } from '@cdop/domain'
import { z } from 'zod'

/** What a search found: ids, the likeliest first. */
export const Found = z.array(z.strictObject({ notificationId: NotificationId, caseId: CaseId.nullable() }))
export type Found = z.infer<typeof Found>

type Whose = { areaId: AreaId; personId: PersonId; tokenHash: Buffer }

/** Keeps what a search found, and forgets what the person's earlier ones did once their time is over. */
export async function saveSearch(
  tx: Db,
  { areaId, personId, tokenHash }: Whose,
  found: Found,
  { at, expiresAt }: { at: Instant; expiresAt: Instant },
): Promise<void> {
  await tx`delete from portal.searches where area_id = ${areaId} and person_id = ${personId} and expires_at <= ${at}`
  await tx`
    insert into portal.searches (area_id, token_hash, person_id, found, expires_at)
    values (${areaId}, ${tokenHash}, ${personId}, ${tx.json(found)}, ${expiresAt})
  `
}

/** What the person's search found; null when it is over, or was somebody else's. */
export async function findSearch(
  tx: Db,
  { areaId, personId, tokenHash }: Whose,
  at: Instant,
): Promise<Found | null> {
  const [row] = await tx`
    select found from portal.searches
    where area_id = ${areaId} and token_hash = ${tokenHash} and person_id = ${personId} and expires_at > ${at}
  `
  return row === undefined ? null : Found.parse(row['found'])
}
