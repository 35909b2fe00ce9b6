import type { Db } from '@cdop/database'
import type { CaseId, CaseReference, ServiceActor } from '@cdop/domain'
import { findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { findSubmission, type SubmissionRow } from './submission-store.ts'
import type { SubmissionJob } from './wake-submission.ts'

/** A submission that is brought a step further, and for whom. */
export type Delivery = { parts: Parts; self: ServiceActor; job: SubmissionJob }

/** Writes down what was done with it. */
export async function note(tx: Db, { parts, self, job }: Delivery, what: string): Promise<void> {
  await parts.audit.record(tx, self, job.areaId, {
    action: `national-submission.${what}`,
    object: { kind: 'national-submission', id: job.submissionId },
  })
}

/** A submission with what it is sent as; both are locked. Null where there is nothing left to do here. */
export async function locked(tx: Db, { job }: Delivery) {
  const seen = await findSubmission(tx, job.areaId, job.submissionId)
  const found = seen && (await findCase(tx, job.areaId, seen.caseId, { lock: true }))
  // Another area has it: what is not settled is brought further there.
  if (found === null || found.state === 'transferred') return null
  const submission = await findSubmission(tx, job.areaId, job.submissionId, { lock: true })
  return submission && { submission, found }
}

/** A submission that may be sent, or taken back. */
export type Ready = {
  submission: SubmissionRow
  record: CaseReference
  panel: string
  /** Whose answers are read: of the records that are one child's now. */
  caseIds: readonly CaseId[]
}
