import { randomUUID } from 'node:crypto'
import {
  isUnderWay,
  MAPPING_IN_USE,
  nationalMapping,
  problemsOf,
  Refusal,
  RequestId,
  whyNotSent,
} from '@cdop/domain'
import { caseReviewIn } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { askByRoute } from './ask-by-route.ts'
import { assembleDocument, tellIntake } from './assemble-document.ts'
import { commitContent } from './commit-content.ts'
import { decide } from './decide-submission.ts'
import { type Delivery, locked, note, type Ready } from './delivery.ts'
import type { HeldSubmission, NationalDatabase, SubmissionAnswer } from './national-database.ts'
import { queueSubmission } from './queue-submission.ts'
import {
  findSubmission,
  markAccepted,
  markProblems,
  markTold,
  markWithdrawing,
  markWithdrawn,
  type SubmissionRow,
} from './submission-store.ts'
import { SubmissionJob, wakeSubmission } from './wake-submission.ts'

/** Writes down what the national database said. What was withdrawn meanwhile stays so. */
function settle(delivery: Delivery, submission: SubmissionRow, said: SubmissionAnswer): Promise<void> {
  const { parts, self, job } = delivery
  return parts.database.transaction(self, async (tx) => {
    const now = await findSubmission(tx, job.areaId, job.submissionId, { lock: true })
    if (now === null) return
    const at = parts.clock.now()
    if (said.answer === 'accepted') {
      await markAccepted(tx, job, { receipt: said.receipt, at })
      await note(tx, delivery, 'acknowledge')
    } else if (now.state === 'sending') {
      if (said.answer === 'rejected') {
        const mapping = nationalMapping(submission.mappingVersion ?? MAPPING_IN_USE)
        const problems = problemsOf(mapping.fields[submission.kind], said.problems)
        await markProblems(tx, job, { state: 'rejected', problems, at })
        await note(tx, delivery, 'reject')
      } else {
        await markWithdrawing(tx, job, 'content-changed')
      }
    }
    if (said.answer !== 'rejected') await wakeSubmission(tx, job)
  })
}

/** Takes it back, whether or not it ever came; afterwards what has changed under way is sent anew. */
async function takeBack(delivery: Delivery, national: NationalDatabase, submission: SubmissionRow) {
  const { parts, self, job } = delivery
  const { receipt } = await national.withdraw(job.submissionId, submission.because ?? 'reported-in-error')
  await parts.database.transaction(self, async (tx) => {
    const there = await locked(tx, delivery)
    if (there?.submission.state !== 'withdrawing') return
    const at = parts.clock.now()
    await markWithdrawn(tx, job, { receipt, at })
    await note(tx, delivery, 'withdraw')
    const { caseId, kind, queuedBy, because } = there.submission
    const again = because === 'duplicate-merged' ? ('merge-undone' as const) : null
    const mayGoAnew = because === 'content-changed' || because === 'duplicate-merged'
    if (mayGoAnew && whyNotSent(there.found, kind) === null) {
      await queueSubmission(tx, job.areaId, { caseId, kind, by: queuedBy, at, again })
    }
  })
}

/** What is held under the key of a submission whose answer never came, as an answer; null when nothing came. */
function asAnswer(held: HeldSubmission | null, { contentHash }: SubmissionRow): SubmissionAnswer | null {
  if (held === null) return null
  if (held.state === 'withdrawn') return { answer: 'withdrawn' }
  const same = contentHash !== null && held.contentHash === Buffer.from(contentHash).toString('hex')
  return same ? { answer: 'accepted', receipt: held.receipt } : { answer: 'differs' }
}

async function send(delivery: Delivery, national: NationalDatabase, ready: Ready): Promise<void> {
  const { submission, caseIds, ...as } = ready
  const { parts, self, job } = delivery
  if (submission.state === 'sending') {
    const known = asAnswer(await national.find(job.submissionId), submission)
    if (known !== null) return settle(delivery, submission, known)
  }
  const mappingVersion = submission.mappingVersion ?? MAPPING_IN_USE
  const assembled = await assembleDocument(parts, self, submission, { ...as, mappingVersion })
  if (!(await commitContent(delivery, assembled, caseIds)) || assembled === null) return
  const said = await national.submit(job.submissionId, assembled.content)
  await settle(delivery, { ...submission, mappingVersion }, said)
}

/**
 * Brings a submission a step further: sends it, takes it back, or tells intake its receipt. Cut off anywhere it is done
 * again, with the same content under the same key, so that exactly one is ever accepted.
 * @throws NationalDatabaseAway, NationalDatabaseRefuses, ServiceUnavailable, Refusal of intake: it is looked at again by
 * itself
 */
export async function deliverSubmission(parts: Parts, payload: unknown): Promise<void> {
  const job = SubmissionJob.parse(payload)
  const self = caseReviewIn(job.areaId, RequestId.parse(randomUUID()))
  const delivery = { parts, self, job }
  const ready = await decide(delivery)
  if (ready === null) return
  const { submission } = ready
  if (!isUnderWay(submission.state)) {
    await tellIntake(parts, self, job.areaId, submission)
    await parts.database.transaction(self, (tx) => markTold(tx, job, parts.clock.now()))
    return
  }
  const national = parts.nationalDatabaseOf(ready.panel)
  if (national === null) throw new Refusal('national-database-not-set')
  await askByRoute(delivery, national, (asked) =>
    submission.state === 'withdrawing' ? takeBack(delivery, asked, submission) : send(delivery, asked, ready),
  )
}

/** As `deliverSubmission`, as a job: a failure is noted, and the submission looked at again by itself. */
export async function sendSubmissionJob(parts: Parts, payload: unknown): Promise<void> {
  try {
    await deliverSubmission(parts, payload)
  } catch (thrown) {
    parts.log.failure('a national submission waits', thrown)
  }
}
