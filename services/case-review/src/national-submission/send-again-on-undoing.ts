import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type NationalSubmissionKind,
  type ServiceActor,
  whyNotSent,
} from '@cdop/domain'
import { findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { queueSubmission } from './queue-submission.ts'
import { markWithdrawing, type SubmissionRow, submissionsOf } from './submission-store.ts'
import { wakeSubmission } from './wake-submission.ts'

type Undoing = { parts: Parts; actor: ServiceActor; areaId: AreaId }

/** Queues one of each kind anew, on behalf of whoever asked for it last. */
async function queueAnew(
  tx: Db,
  { parts, actor, areaId }: Undoing,
  newest: ReadonlyMap<NationalSubmissionKind, SubmissionRow>,
): Promise<void> {
  const at = parts.clock.now()
  for (const { caseId, kind, queuedBy: by } of newest.values()) {
    const queued = await queueSubmission(tx, areaId, { caseId, kind, by, at, again: 'merge-undone' })
    if (queued === null) continue
    await parts.audit.record(tx, actor, areaId, {
      action: 'national-submission.send-again',
      object: { kind: 'national-submission', id: queued.submissionId },
    })
  }
}

/**
 * A merge was undone: what was sent of the case that stood for both may hold answers of the other one. What was
 * acknowledged is put together again and sent where it differs; what is on its way is taken back and goes anew. What the
 * panel agreed is of one case only and stays. Both cases must be as they are without the merge.
 */
export async function sendSurvivorAgain(tx: Db, undoing: Undoing, caseId: CaseId): Promise<void> {
  const { areaId } = undoing
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) return
  const acknowledged = new Map<NationalSubmissionKind, SubmissionRow>()
  for (const one of await submissionsOf(tx, areaId, [caseId])) {
    if (one.kind === 'analysis' || whyNotSent(found, one.kind) !== null) continue
    if (one.state === 'acknowledged' && !acknowledged.has(one.kind)) acknowledged.set(one.kind, one)
    if (one.state !== 'sending') continue
    const place = { areaId, submissionId: one.submissionId }
    await markWithdrawing(tx, place, 'content-changed')
    await wakeSubmission(tx, place)
  }
  await queueAnew(tx, undoing, acknowledged)
}

/**
 * A merge was undone: what had been sent of the case that stood aside was taken back when it was merged, and goes there
 * again; what is still being taken back goes again after that.
 */
export async function sendPutBackAgain(tx: Db, undoing: Undoing, caseId: CaseId): Promise<void> {
  const { areaId } = undoing
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) return
  const newest = new Map<NationalSubmissionKind, SubmissionRow>()
  for (const one of await submissionsOf(tx, areaId, [caseId])) {
    if (!newest.has(one.kind)) newest.set(one.kind, one)
  }
  for (const [kind, { because, state }] of newest) {
    const wasStopped = because === 'duplicate-merged' && (state === 'withdrawn' || state === 'stopped')
    if (!wasStopped || whyNotSent(found, kind) !== null) newest.delete(kind)
  }
  await queueAnew(tx, undoing, newest)
}
