import type { Db } from '@cdop/database'
import type { AreaId, NotificationId } from '@cdop/domain'
import { type As, openRelatedRecord, proposeAndTell, relationsTo } from './propose-among.ts'
import { relatedCandidate } from './related-record-store.ts'
import { lapseRelations } from './relation-store.ts'

/** Looks at two records anew, once somebody has said whether they are one child. */
export async function reconsiderPair(
  tx: Db,
  as: As,
  areaId: AreaId,
  [one, other]: readonly [NotificationId, NotificationId],
): Promise<void> {
  const { keys } = as.parts
  const sealed = await relatedCandidate(tx, areaId, one, other)
  const candidate = await relatedCandidate(tx, areaId, other, one)
  if (sealed === null || candidate === null) return
  const proposed = relationsTo(keys, areaId, openRelatedRecord(keys, areaId, sealed), candidate)
  await lapseRelations(tx, areaId, [one, other], proposed)
  await proposeAndTell(tx, as, areaId, proposed)
}
