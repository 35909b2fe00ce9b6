import type { Db } from '@cdop/database'
import { type AreaId, isTakenFurther, type PlainDate, type ServiceActor } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { moveAction, type StoredAction } from '../action/action-store.ts'
import { isFollowed } from '../action/agree-action.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { addEntry } from '../recommendation/entry-store.ts'
import { moveRecommendation, type StoredRecommendation } from '../recommendation/recommendation-store.ts'

type Followed = { recommendation: StoredRecommendation; actions: readonly StoredAction[] }

/**
 * Takes further what has been overdue for so long, in its history and with the day, and has the chair and the designated
 * doctor told how many recommendations it concerns. Each once: what was taken further already is left as it is. The
 * recommendations are locked by the caller.
 */
export async function escalateOverdue(
  tx: Db,
  {
    parts,
    self,
    areaId,
    today,
  }: { parts: ServiceParts; self: ServiceActor; areaId: AreaId; today: PlainDate },
  followed: readonly Followed[],
): Promise<void> {
  const cipher = await areaCipher(tx, parts.keys, areaId)
  const concerned = new Set<string>()
  for (const { recommendation, actions } of followed) {
    const { recommendationId, state } = recommendation
    const record = (actionId: StoredAction['actionId'] | null) => {
      concerned.add(recommendationId)
      return addEntry(tx, cipher, areaId, recommendationId, {
        actionId,
        act: 'escalate-by-itself',
        happenedOn: today,
        words: null,
        recordedBy: null,
        recordedAt: parts.clock.now(),
      })
    }
    if (!isFollowed(state)) continue
    if (isTakenFurther(recommendation, today)) {
      await moveRecommendation(tx, areaId, { ...recommendation, escalatedOn: today }, state, null)
      await record(null)
    }
    for (const action of actions) {
      if (!isTakenFurther(action, today)) continue
      await moveAction(tx, areaId, { ...action, escalatedOn: today }, null)
      await record(action.actionId)
    }
  }
  if (concerned.size === 0) return
  await parts.publisher.publish(tx, self, areaId, {
    type: 'recommendation.escalated.v1',
    subject: areaId,
    payload: { on: today, recommendations: concerned.size },
  })
  await parts.audit.record(
    tx,
    self,
    areaId,
    ...[...concerned].map((id) => ({
      action: 'recommendation.escalate',
      object: { kind: 'recommendation', id },
    })),
  )
}
