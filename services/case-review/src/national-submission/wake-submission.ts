import type { Db } from '@cdop/database'
import { AreaId, type CaseId, isUnderWay, NationalSubmissionId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { submissionsOf } from './submission-store.ts'

/** The job that brings one submission a step further. */
export const SEND_SUBMISSION = 'send-national-submission'

export const SubmissionJob = z.strictObject({ areaId: AreaId, submissionId: NationalSubmissionId })
export type SubmissionJob = z.infer<typeof SubmissionJob>

/** Has a submission brought further once this transaction has committed. */
export function wakeSubmission(tx: Db, job: SubmissionJob): Promise<void> {
  return addJob(tx, 'case-review', SEND_SUBMISSION, job, `${SEND_SUBMISSION}:${job.submissionId}`)
}

/** Has it looked at again in so many seconds: whoever is at it now may die, or find nobody to answer. */
export function wakeSubmissionAgain(tx: Db, job: SubmissionJob, inSeconds: number): Promise<void> {
  const key = `${SEND_SUBMISSION}:${job.submissionId}:again`
  return addJob(tx, 'case-review', SEND_SUBMISSION, job, key, { inSeconds })
}

/** Has everything of a case that is not settled brought further: it has come from another area. */
export async function wakeUnsettled(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  for (const { submissionId, state, kind, toldAt } of await submissionsOf(tx, areaId, [caseId])) {
    if (isUnderWay(state) || (kind === 'notification' && state === 'acknowledged' && toldAt === null))
      await wakeSubmission(tx, { areaId, submissionId })
  }
}
