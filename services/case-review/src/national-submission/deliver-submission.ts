import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type CaseId,
  type CaseReference,
  isUnderWay,
  MAPPING_IN_USE,
  nationalMapping,
  pauseAfterFailures,
  problemsOf,
  Refusal,
  RequestId,
  type ServiceActor,
  whyNotSent,
} from '@cdop/domain'
import { caseReviewIn } from '../area/area-access.ts'
import { areaCode } from '../area/area-store.ts'
import { caseCipher, findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { isOffered } from '../transfer/offer-store.ts'
import { askByRoute, restOfRoute } from './ask-by-route.ts'
import { type Assembled, assembleDocument, tellIntake } from './assemble-document.ts'
import type { HeldSubmission, NationalDatabase, SubmissionAnswer } from './national-database.ts'
import { queueSubmission } from './queue-submission.ts'
import {
  findSubmission,
  markAccepted,
  markProblems,
  markSending,
  markStopped,
  markTold,
  markWithdrawing,
  markWithdrawn,
  type SubmissionRow,
  submissionsOf,
} from './submission-store.ts'
import { SubmissionJob, wakeSubmission, wakeSubmissionAgain } from './wake-submission.ts'
import { withdrawAccepted } from './withdraw-submissions.ts'

type Delivery = { parts: Parts; self: ServiceActor; job: SubmissionJob }

async function note(tx: Db, { parts, self, job }: Delivery, what: string): Promise<void> {
  await parts.audit.record(tx, self, job.areaId, {
    action: `national-submission.${what}`,
    object: { kind: 'national-submission', id: job.submissionId },
  })
}

/** A submission with what it is sent as; both are locked. Null where there is nothing left to do here. */
async function locked(tx: Db, { job }: Delivery) {
  const seen = await findSubmission(tx, job.areaId, job.submissionId)
  const found = seen && (await findCase(tx, job.areaId, seen.caseId, { lock: true }))
  // Another area has it: what is not settled is brought further there.
  if (found === null || found.state === 'transferred') return null
  const submission = await findSubmission(tx, job.areaId, job.submissionId, { lock: true })
  return submission && { submission, found }
}

type Ready = {
  submission: SubmissionRow
  record: CaseReference
  panel: string
  /** Whose answers are read: of the records that are one child's now. */
  caseIds: readonly CaseId[]
}

/** Decides again whether it may be sent; null when it is settled. */
function decide(delivery: Delivery): Promise<Ready | null> {
  const { parts, self, job } = delivery
  return parts.database.transaction(self, async (tx) => {
    const there = await locked(tx, delivery)
    if (there === null) return null
    const { found } = there
    let { submission } = there
    const { state, toldAt, kind } = submission
    const intakeIsOwed = kind === 'notification' && state === 'acknowledged' && toldAt === null
    if (!isUnderWay(state) && !intakeIsOwed) return null
    await wakeSubmissionAgain(tx, job, pauseAfterFailures(submission.failures))
    const why = whyNotSent(found, kind)
    const at = parts.clock.now()
    if (why !== null && state === 'queued') {
      await markStopped(tx, job, { because: why, at })
      await note(tx, delivery, 'stop')
      return null
    }
    // What left of a review that has begun again since arrives; the next takes its place.
    if (why !== null && why !== 'not-reviewed' && state === 'sending') {
      await markWithdrawing(tx, job, why)
      submission = { ...submission, state: 'withdrawing', because: why }
    }
    if (state === 'queued' && isOffered(found, at)) return null
    const rest = isUnderWay(state) ? await restOfRoute(tx, job.areaId, at) : 0
    if (rest > 0) {
      await wakeSubmissionAgain(tx, job, rest)
      return null
    }
    const panel = await areaCode(tx, job.areaId)
    return { submission, record: found.reference, panel, caseIds: found.caseIds }
  })
}

/** Writes down what leaves before it does; false when it is not to leave after all. */
function commitContent(
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
