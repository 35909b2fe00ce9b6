import { type CaseId, whyNotSent } from '@cdop/domain'
import { caseCipher } from '../case/case-store.ts'
import { isOffered } from '../transfer/offer-store.ts'
import type { Assembled } from './assemble-document.ts'
import { type Delivery, locked, note } from './delivery.ts'
import { markProblems, markSending, markStopped, markWithdrawing, submissionsOf } from './submission-store.ts'
import { wakeSubmission } from './wake-submission.ts'
import { withdrawAccepted } from './withdraw-submissions.ts'

/** Writes down what leaves before it does; false when it is not to leave after all. */
export function commitContent(
  delivery: Delivery,
  assembled: Assembled | null,
  caseIds: readonly CaseId[],
): Promise<boolean> {
  const { parts, self, job } = delivery
  return parts.database.transaction(self, async (tx) => {
    const there = await locked(tx, delivery)
    if (there === null) return false
    const { submission, found } = there
    const { state, caseId, kind, queuedBy } = submission
    const at = parts.clock.now()
    // Merged, or a merge undone, while it was put together: it is put together anew.
    if (found.caseIds.join() !== caseIds.join()) {
      await wakeSubmission(tx, job)
      return false
    }
    if (assembled === null) {
      const because = kind === 'analysis' ? 'not-reviewed' : 'nothing-returned'
      if (state === 'queued') {
        await markStopped(tx, job, { because, at })
        if (submission.again !== null) await withdrawAccepted(tx, job.areaId, submission)
      }
      if (state === 'sending') {
        // What it was put together from is gone: whatever of it arrived, or still may, is taken back.
        await markWithdrawing(tx, job, 'content-changed')
        await wakeSubmission(tx, job)
      }
      return false
    }
    if (state === 'sending') {
      if (submission.contentHash !== null && assembled.contentHash.equals(submission.contentHash)) return true
      // Something else left under this key, and may yet arrive: it is taken back and sent anew under another one.
      await markWithdrawing(tx, job, 'content-changed')
      await wakeSubmission(tx, job)
      return false
    }
    // While another area is asked to take the case nothing leaves, also if it was asked in this very moment.
    if (state !== 'queued' || isOffered(found, at)) return false
    const accepted = (await submissionsOf(tx, job.areaId, [caseId])).find(
      (one) => one.kind === kind && one.state === 'acknowledged',
    )
    const same = accepted?.contentHash != null && assembled.contentHash.equals(accepted.contentHash)
    const why =
      whyNotSent(found, kind) ?? (assembled.toldByHand ? 'told-elsewhere' : same ? 'nothing-changed' : null)
    if (why !== null) await markStopped(tx, job, { because: why, at })
    else if (assembled.problems.length > 0) {
      await markProblems(tx, job, { state: 'incomplete', problems: assembled.problems, at })
    } else {
      const cipher = await caseCipher(tx, parts.keys, job.areaId, caseId)
      await markSending(tx, cipher, job, { ...assembled, at })
      await note(tx, delivery, 'leave')
      return true
    }
    await note(tx, { ...delivery, self: { ...self, onBehalfOf: queuedBy } }, 'hold-back')
    return false
  })
}
