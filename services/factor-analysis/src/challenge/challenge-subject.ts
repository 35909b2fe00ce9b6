import type { Db } from '@cdop/database'
import type { AreaId, ChallengeSubject } from '@cdop/domain'
import { z } from 'zod'
import { actionsOf } from '../action/action-store.ts'
import { findRecommendation } from '../recommendation/recommendation-store.ts'

/** By what pages name what a challenge is about; of the area itself and of a release, nothing here. */
export const SubjectName = z.strictObject({
  /** "R-2026-014". */
  recommendation: z.string().nullable(),
  /** The number of the action within it. */
  action: z.int().nullable(),
})

export async function namedSubject(
  tx: Db,
  areaId: AreaId,
  subject: ChallengeSubject,
): Promise<z.infer<typeof SubjectName>> {
  if (!('recommendationId' in subject)) return { recommendation: null, action: null }
  const { recommendationId } = subject
  const found = await findRecommendation(tx, areaId, recommendationId)
  const actions = subject.kind === 'action' ? await actionsOf(tx, areaId, recommendationId) : []
  const action = actions.find((one) => subject.kind === 'action' && one.actionId === subject.actionId)
  return { recommendation: found?.reference ?? null, action: action?.number ?? null }
}
