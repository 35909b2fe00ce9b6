import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseState,
  type Instant,
  type PersonId,
  type PlainDate,
  type ReportedInErrorReason,
  step,
} from '@cdop/domain'
import type { CaseRow } from './case-store.ts'

/**
 * Takes the case one legal step on and counts its version.
 * @throws Refusal `not-allowed-in-this-state`
 */
export async function stepCase(tx: Db, areaId: AreaId, found: CaseRow, to: CaseState): Promise<CaseRow> {
  const state = step(found.state, to)
  await tx`
    update case_review.cases set state = ${state}, version = version + 1
    where area_id = ${areaId} and case_id = ${found.caseId}
  `
  return { ...found, state, version: found.version + 1 }
}

/** Takes a listed case to `reviewed` on the day the panel met. @throws Refusal `not-allowed-in-this-state` */
export async function markReviewed(
  tx: Db,
  areaId: AreaId,
  found: CaseRow,
  on: PlainDate,
  at: Instant,
): Promise<void> {
  step(found.state, 'reviewed')
  await tx`
    update case_review.cases
    set state = 'reviewed', reviewed_on = ${on}, reviewed_at = ${at}, version = version + 1
    where area_id = ${areaId} and case_id = ${found.caseId}
  `
}

/** As `markReviewed`, beneath a merge that keeps the case aside. */
export async function markReviewedAside(
  tx: Db,
  areaId: AreaId,
  found: CaseRow,
  on: PlainDate,
  at: Instant,
): Promise<void> {
  step(found.stateBeforeMerge ?? found.state, 'reviewed')
  await tx`
    update case_review.cases
    set state_before_merge = 'reviewed', reviewed_on = ${on}, reviewed_at = ${at}, version = version + 1
    where area_id = ${areaId} and case_id = ${found.caseId}
  `
}

/**
 * Takes a reviewed case through `submitted` to `closed`; at once where the national database is never told of it.
 * @throws Refusal `not-allowed-in-this-state`
 */
export async function markClosed(
  tx: Db,
  areaId: AreaId,
  found: CaseRow,
  closing: { submittedOn: PlainDate | null; at: Instant; by: PersonId },
): Promise<void> {
  const { submittedOn, at, by } = closing
  if (submittedOn === null) {
    step(found.state, 'closed')
  } else {
    step(step(found.state, 'submitted'), 'closed')
    await tx`
      update case_review.cases set state = 'submitted', national_submission_on = ${submittedOn}
      where area_id = ${areaId} and case_id = ${found.caseId}
    `
  }
  await tx`
    update case_review.cases set state = 'closed', closed_at = ${at}, closed_by = ${by}, version = version + 1
    where area_id = ${areaId} and case_id = ${found.caseId}
  `
}

/** The child did not die: nothing more happens to the case. @throws Refusal `not-allowed-in-this-state` */
export async function markReportedInError(
  tx: Db,
  areaId: AreaId,
  found: CaseRow,
  { reason, at }: { reason: ReportedInErrorReason; at: Instant },
): Promise<void> {
  const state = step(found.state, 'reported-in-error')
  await tx`
    update case_review.cases
    set state = ${state}, error_reason = ${reason}, error_reported_at = ${at}, version = version + 1
    where area_id = ${areaId} and case_id = ${found.caseId}
  `
}
