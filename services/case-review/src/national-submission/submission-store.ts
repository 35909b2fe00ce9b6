import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  Instant,
  NationalFailure,
  NationalProblem,
  NationalSubmissionId,
  NationalSubmissionKind,
  NationalSubmissionState,
  NotSentReason,
  PersonId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Why a submission was queued without anybody asking for it. */
const AgainReason = z.enum(['merge-undone'])

/** A submission as the ledger keeps it: nothing of its content. */
export const SubmissionRow = z.object({
  submissionId: NationalSubmissionId,
  caseId: CaseId,
  kind: NationalSubmissionKind,
  /** Counts the submissions of its kind. */
  number: z.int().positive(),
  state: NationalSubmissionState,
  because: NotSentReason.nullable(),
  mappingVersion: z.string().nullable(),
  sourceVersion: z.int().nullable(),
  contentHash: z.instanceof(Uint8Array).nullable(),
  problems: z.array(NationalProblem).nullable(),
  receipt: z.string().nullable(),
  queuedBy: PersonId,
  queuedAt: Instant,
  sentAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  toldAt: Instant.nullable(),
  withdrawalReceipt: z.string().nullable(),
  withdrawnAt: Instant.nullable(),
  /** Calls in a row, of this submission, that came to nothing, and why the last of them did; 0 and null when one was answered. */
  failures: z.int().nonnegative(),
  failure: NationalFailure.nullable(),
  /** Why it was queued without anybody asking; null when somebody asked. */
  again: AgainReason.nullable(),
})
export type SubmissionRow = z.infer<typeof SubmissionRow>

const columns = (tx: Db) => tx`
  submission_id, case_id, kind, number, state, because, mapping_version, source_version, content_hash, problems,
  receipt, queued_by, queued_at, sent_at, settled_at, told_at, withdrawal_receipt, withdrawn_at,
  failures, failure, again`

/** Every submission of some cases, the newest first. */
export async function submissionsOf(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<SubmissionRow[]> {
  const rows = await tx`
    select ${columns(tx)} from case_review.national_submissions
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by queued_at desc, number desc, kind
  `
  return rows.map((row) => SubmissionRow.parse(row))
}

/** Null when it is not, or no longer, in this area. Whoever locks it and its case locks the case first. */
export async function findSubmission(
  tx: Db,
  areaId: AreaId,
  submissionId: NationalSubmissionId,
  { lock = false }: { lock?: boolean } = {},
): Promise<SubmissionRow | null> {
  const [row] = await tx`
    select ${columns(tx)} from case_review.national_submissions
    where area_id = ${areaId} and submission_id = ${submissionId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : SubmissionRow.parse(row)
}

export type NewSubmission = Pick<
  SubmissionRow,
  'submissionId' | 'caseId' | 'kind' | 'number' | 'queuedBy' | 'queuedAt' | 'again'
>

/** False when one of its kind is on its way already. */
export async function addSubmission(tx: Db, areaId: AreaId, added: NewSubmission): Promise<boolean> {
  const { submissionId, caseId, kind, number, queuedBy, queuedAt, again } = added
  const rows = await tx`
    insert into case_review.national_submissions (area_id, submission_id, case_id, kind, number, state, queued_by,
      queued_at, again)
    values (${areaId}, ${submissionId}, ${caseId}, ${kind}, ${number}, 'queued', ${queuedBy}, ${queuedAt}, ${again})
    on conflict do nothing returning submission_id
  `
  return rows.length > 0
}

type Place = { areaId: AreaId; submissionId: NationalSubmissionId }

const tableOf = (submissionId: NationalSubmissionId) => `national_submissions/${submissionId}`

/** What was put together, before it leaves: from here on it may have reached the national database. */
export async function markSending(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, submissionId }: Place,
  sent: {
    mappingVersion: string
    sourceVersion: number | null
    contentHash: Buffer
    fieldHashes: Readonly<Record<string, string>>
    at: Instant
  },
): Promise<void> {
  await tx`
    update case_review.national_submissions
    set state = 'sending', mapping_version = ${sent.mappingVersion}, source_version = ${sent.sourceVersion},
      content_hash = ${sent.contentHash}, sent_at = ${sent.at},
      field_hashes = ${cipher.sealJson(tableOf(submissionId), 'field_hashes', sent.fieldHashes)}
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
}

/** By what each field of a submission is compared; null before it was sent. */
export async function fieldHashesOf(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, submissionId }: Place,
): Promise<Record<string, string> | null> {
  const [row] = await tx<{ fieldHashes: Uint8Array | null }[]>`
    select field_hashes from case_review.national_submissions
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
  if (row === undefined || row.fieldHashes === null) return null
  const opened = cipher.openJson(tableOf(submissionId), 'field_hashes', row.fieldHashes)
  return z.record(z.string(), z.string()).parse(opened)
}

/** It was held back, or rejected: with the questions to mend. */
export async function markProblems(
  tx: Db,
  { areaId, submissionId }: Place,
  settled: { state: 'incomplete' | 'rejected'; problems: readonly NationalProblem[]; at: Instant },
): Promise<void> {
  await tx`
    update case_review.national_submissions
    set state = ${settled.state}, problems = ${tx.json([...settled.problems])}, settled_at = ${settled.at}
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
}

/** It may not be sent. */
export async function markStopped(
  tx: Db,
  { areaId, submissionId }: Place,
  { because, at }: { because: NotSentReason; at: Instant },
): Promise<void> {
  await tx`
    update case_review.national_submissions set state = 'stopped', because = ${because}, settled_at = ${at}
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
}

/** The national database has it. What is being taken back meanwhile stays so, and keeps its receipt. */
export async function markAccepted(
  tx: Db,
  { areaId, submissionId }: Place,
  { receipt, at }: { receipt: string; at: Instant },
): Promise<void> {
  await tx`
    update case_review.national_submissions
    set state = case state when 'sending' then 'acknowledged' else state end, receipt = coalesce(receipt, ${receipt}),
      settled_at = coalesce(settled_at, ${at})
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
}

/** Intake knows the receipt. */
export async function markTold(tx: Db, { areaId, submissionId }: Place, at: Instant): Promise<void> {
  await tx`
    update case_review.national_submissions set told_at = ${at}
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
}

/** What may be at the national database is to be taken back. */
export async function markWithdrawing(
  tx: Db,
  { areaId, submissionId }: Place,
  because: NotSentReason,
): Promise<void> {
  await tx`
    update case_review.national_submissions set state = 'withdrawing', because = ${because}
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
}

/** It was taken back. */
export async function markWithdrawn(
  tx: Db,
  { areaId, submissionId }: Place,
  { receipt, at }: { receipt: string; at: Instant },
): Promise<void> {
  await tx`
    update case_review.national_submissions
    set state = 'withdrawn', withdrawal_receipt = ${receipt}, withdrawn_at = ${at}
    where area_id = ${areaId} and submission_id = ${submissionId}
  `
}

/** A call for it came to nothing, once more. */
export async function markFailed(
  tx: Db,
  { areaId, submissionId }: Place,
  failure: NationalFailure,
): Promise<void> {
  await tx`
    update case_review.national_submissions set failures = failures + 1, failure = ${failure}
    where area_id = ${areaId} and submission_id = ${submissionId} and state in ('sending', 'withdrawing')
  `
}

/** A call for it was answered. */
export async function markAnswered(tx: Db, { areaId, submissionId }: Place): Promise<void> {
  await tx`
    update case_review.national_submissions set failures = 0, failure = null
    where area_id = ${areaId} and submission_id = ${submissionId} and failures > 0
  `
}
