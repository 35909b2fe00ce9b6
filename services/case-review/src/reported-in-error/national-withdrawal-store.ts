import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, Instant, PersonId, PlainDate } from '@cdop/domain'
import { z } from 'zod'

/** The withdrawal of a national record: owed until somebody records on which day it was sent. */
export const NationalWithdrawal = z.strictObject({
  /** When the completed forms went there; null when it was only told of the death. */
  submittedOn: PlainDate.nullable(),
  owedSince: Instant,
  withdrawnOn: PlainDate.nullable(),
  recordedBy: PersonId.nullable(),
  recordedAt: Instant.nullable(),
})
export type NationalWithdrawal = z.infer<typeof NationalWithdrawal>

export async function oweWithdrawal(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { submittedOn, since }: { submittedOn: PlainDate | null; since: Instant },
): Promise<void> {
  await tx`
    insert into case_review.national_withdrawals (area_id, case_id, submitted_on, owed_since)
    values (${areaId}, ${caseId}, ${submittedOn}, ${since})
  `
}

/** Null when the national database was never told. */
export async function findWithdrawal(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
): Promise<NationalWithdrawal | null> {
  const [row] = await tx`
    select submitted_on, owed_since, withdrawn_on, recorded_by, recorded_at from case_review.national_withdrawals
    where area_id = ${areaId} and case_id = ${caseId}
  `
  return row === undefined ? null : NationalWithdrawal.parse(row)
}

export async function markWithdrawn(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { on, by, at }: { on: PlainDate; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.national_withdrawals set withdrawn_on = ${on}, recorded_by = ${by}, recorded_at = ${at}
    where area_id = ${areaId} and case_id = ${caseId}
  `
}
