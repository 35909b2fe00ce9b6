import type { Db } from '@cdop/database'
import type { AreaId, NotificationContent, NotificationId } from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { tryKeys } from '../matching/match-store.ts'
import { type As, proposeAndTell, relatedHashes, relationsInArea } from './propose-among.ts'
import { relateAgainLater } from './relate-again.ts'
import { relatedRecordOf } from './related-record-of.ts'
import { forgetRelatedKeys, saveRelatedRecord } from './related-record-store.ts'
import { lapseRelations } from './relation-store.ts'

type Proposing = {
  areaId: AreaId
  notificationId: NotificationId
  /** The wrapped key of the notification. */
  wrapped: Uint8Array
  content: NotificationContent
  /** The notification said something else before: what it no longer says lapses. */
  again: boolean
}

/**
 * Holds a notified child against every other child of the area who died, proposes what they may be to each other, and
 * lets those who come later find it. What was decided before is not asked again. Of another death in the family or the
 * home the designated doctor is told.
 *
 * Nobody waits for anybody: where somebody else is just adding a child with one of the keys, a second look is taken
 * once both are there.
 */
export async function proposeRelated(tx: Db, as: As, proposing: Proposing): Promise<void> {
  const { keys } = as.parts
  const { areaId, notificationId, wrapped, content, again } = proposing
  const child = { notificationId, record: relatedRecordOf(content) }
  const { own, sought } = relatedHashes(keys, child.record)
  const taken = await tryKeys(tx, sought)
  const proposed = await relationsInArea(tx, as.parts, areaId, child)
  const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
  await saveRelatedRecord(tx, {
    areaId,
    notificationId,
    record: cipher.sealJson('related_records', 'record', child.record),
    keys: own,
  })
  if (again) {
    await forgetRelatedKeys(tx, areaId, notificationId, own)
    await lapseRelations(tx, areaId, [notificationId, null], proposed)
  }
  await proposeAndTell(tx, as, areaId, proposed)
  if (taken > 0) await relateAgainLater(tx, { areaId, notificationId })
}
