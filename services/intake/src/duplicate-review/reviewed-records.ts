import type { Db } from '@cdop/database'
import type { AreaId } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { type KnownRecord, openRecord, standingOf } from '../merge/known-record.ts'
import type { ReviewRow } from './review-store.ts'

/**
 * The two records a review is about, as they stand now: what was merged meanwhile is looked for where it went, unless
 * that is this very pair. One alone when the other is kept by another area.
 */
export async function reviewedRecords(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  review: ReviewRow,
): Promise<readonly [KnownRecord, KnownRecord] | readonly [KnownRecord]> {
  const { notificationId, candidateNotificationId, candidateAreaId } = review
  const standing = await standingOf(tx, areaId, notificationId)
  if (candidateAreaId !== areaId) return [await openRecord(tx, keys, areaId, standing)]
  const other = await standingOf(tx, areaId, candidateNotificationId)
  const [one, two] = standing === other ? [notificationId, candidateNotificationId] : [standing, other]
  return [await openRecord(tx, keys, areaId, one), await openRecord(tx, keys, areaId, two)]
}
