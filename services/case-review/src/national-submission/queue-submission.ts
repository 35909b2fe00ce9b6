import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type Instant,
  isUnderWay,
  NationalSubmissionId,
  type NationalSubmissionKind,
  type PersonId,
} from '@cdop/domain'
import { addSubmission, type SubmissionRow, submissionsOf } from './submission-store.ts'
import { wakeSubmission } from './wake-submission.ts'

export type Queued = { submissionId: NationalSubmissionId; number: number }

/** Queues the next submission of a kind; null while one is under way. The case must be locked. */
export async function queueSubmission(
  tx: Db,
  areaId: AreaId,
  {
    caseId,
    kind,
    by,
    at,
    again = null,
  }: {
    caseId: CaseId
    kind: NationalSubmissionKind
    by: PersonId
    at: Instant
    again?: SubmissionRow['again']
  },
): Promise<Queued | null> {
  const earlier = (await submissionsOf(tx, areaId, [caseId])).filter((one) => one.kind === kind)
  if (earlier.some(({ state }) => isUnderWay(state))) return null
  const number = Math.max(0, ...earlier.map((one) => one.number)) + 1
  const submissionId = NationalSubmissionId.parse(randomUUID())
  const added = { submissionId, caseId, kind, number, queuedBy: by, queuedAt: at, again }
  if (!(await addSubmission(tx, areaId, added))) return null
  await wakeSubmission(tx, { areaId, submissionId })
  return { submissionId, number }
}
