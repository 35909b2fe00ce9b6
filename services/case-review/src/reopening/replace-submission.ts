import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, whyNotSent } from '@cdop/domain'
import { findCase } from '../case/case-store.ts'
import { destinationOf } from '../national-submission/destination.ts'
import { queueSubmission } from '../national-submission/queue-submission.ts'
import { submissionsOf } from '../national-submission/submission-store.ts'
import type { Parts } from '../parts.ts'
import { reopeningsOf } from './reopening-store.ts'

/**
 * Has what the panel agreed anew take the place of what the national database acknowledged before, without anybody asking:
 * on the word of whoever reopened the review. What was told to it in another way is changed there in that way.
 */
export async function replaceSubmission(tx: Db, parts: Parts, areaId: AreaId, caseId: CaseId): Promise<void> {
  const found = await findCase(tx, areaId, caseId)
  const [reopening] = await reopeningsOf(tx, areaId, caseId)
  if (found === null || reopening === undefined) return
  if (whyNotSent(found, 'analysis') !== null) return
  const sent = await submissionsOf(tx, areaId, [caseId])
  if (!sent.some(({ kind, state }) => kind === 'analysis' && state === 'acknowledged')) return
  const { recordedBy: by } = reopening
  if ((await destinationOf(tx, parts, areaId)) === null) return
  await queueSubmission(tx, areaId, { caseId, kind: 'analysis', by, at: parts.clock.now() })
}
