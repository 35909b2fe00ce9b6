import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type Instant,
  mayBeThere,
  type NationalSubmissionKind,
  type NotSentReason,
} from '@cdop/domain'
import { markStopped, markWithdrawing, submissionsOf } from './submission-store.ts'
import { wakeSubmission } from './wake-submission.ts'

/**
 * Has everything of a case taken back that is at the national database or on its way there; what has not left is
 * stopped. Answers of which kinds something was there. The case must be locked.
 */
export async function withdrawSubmissions(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { because, at }: { because: NotSentReason; at: Instant },
): Promise<NationalSubmissionKind[]> {
  const there = new Set<NationalSubmissionKind>()
  for (const { submissionId, state, kind, sentAt, receipt } of await submissionsOf(tx, areaId, [caseId])) {
    const place = { areaId, submissionId }
    if (state === 'queued') await markStopped(tx, place, { because, at })
    if (state === 'sending' || state === 'acknowledged') await markWithdrawing(tx, place, because)
    if (mayBeThere(state)) await wakeSubmission(tx, place)
    if (mayBeThere(state) || (sentAt !== null && receipt !== null)) there.add(kind)
  }
  return [...there]
}

/** Has what was accepted of a kind taken back, where there is nothing to send in its place. The case must be locked. */
export async function withdrawAccepted(
  tx: Db,
  areaId: AreaId,
  { caseId, kind: of }: { caseId: CaseId; kind: NationalSubmissionKind },
): Promise<void> {
  for (const { submissionId, state, kind } of await submissionsOf(tx, areaId, [caseId])) {
    if (kind !== of || state !== 'acknowledged') continue
    await markWithdrawing(tx, { areaId, submissionId }, 'content-changed')
    await wakeSubmission(tx, { areaId, submissionId })
  }
}
