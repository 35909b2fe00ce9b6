import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type AreaId,
  AssignmentEnd,
  AssignmentId,
  CaseId,
  CasePart,
  type HeldCase,
  Instant,
  MOST_OWED,
  OwedCase,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'

/** Who has or had a part in a case, from when to when, and by whose decision. */
export const Assignment = z.strictObject({
  part: CasePart,
  personId: PersonId,
  /** Null where nobody decided it that day: a loan was over. */
  assignedBy: PersonId.nullable(),
  assignedAt: Instant,
  endedAt: Instant.nullable(),
  endedBecause: AssignmentEnd.nullable(),
  /** The day on which a case that is only lent goes back. */
  backOn: PlainDate.nullable(),
})
export type Assignment = z.infer<typeof Assignment>

/** Every part anybody had in a case, the newest first. */
export async function assignmentsOf(tx: Db, areaId: AreaId, caseId: CaseId): Promise<Assignment[]> {
  const rows = await tx`
    select part, person_id, assigned_by, assigned_at, ended_at, ended_because, back_on
    from case_review.case_assignments where area_id = ${areaId} and case_id = ${caseId}
    order by ended_at desc nulls first, assigned_at desc, part
  `
  return rows.map((row) => Assignment.parse({ ...row }))
}

/** Who has which part in a case now. */
export async function partsIn(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
): Promise<Record<CasePart, PersonId | null>> {
  const rows = await tx`
    select part, person_id from case_review.case_assignments
    where area_id = ${areaId} and case_id = ${caseId} and ended_at is null
  `
  const now = new Map(
    rows.map((row) => [CasePart.parse(row['part']), PersonId.parse(row['personId'])] as const),
  )
  return {
    coordinator: now.get('coordinator') ?? null,
    'designated-doctor': now.get('designated-doctor') ?? null,
  }
}

/** A case somebody has, and to whom it is owed. */
export const HeldAssignment = z.object({
  assignmentId: AssignmentId,
  caseId: CaseId,
  part: CasePart,
  holder: PersonId,
  owed: z.array(OwedCase).max(MOST_OWED),
})
export type HeldAssignment = z.infer<typeof HeldAssignment>

/** What a part becomes: whose it is from now on and to whom it is owed. */
export type NewAssignment = HeldCase & { caseId: CaseId; part: CasePart }

type Decided = { by: PersonId | null; at: Instant }

/** Ends parts that go on, all at once. */
export async function endAssignments(
  tx: Db,
  areaId: AreaId,
  ended: readonly AssignmentId[],
  { by, at, because }: Decided & { because: AssignmentEnd },
): Promise<void> {
  if (ended.length === 0) return
  await tx`
    update case_review.case_assignments set ended_at = ${at}, ended_because = ${because}, ended_by = ${by}
    where area_id = ${areaId} and assignment_id = any (${[...ended]}::uuid[]) and ended_at is null
  `
}

/**
 * Has what is lent looked at on the day it goes back. Called before anything of the loan is locked: giving back locks in
 * this order too.
 */
export async function expectBack(tx: Db, areaId: AreaId, on: PlainDate): Promise<void> {
  await tx`
    insert into case_review.cases_due_back as d (area_id, due_on) values (${areaId}, ${on})
    on conflict (area_id) do update set due_on = least(d.due_on, excluded.due_on)
  `
}

/** Gives parts to people, all at once. A day on which one goes back is expected already. */
export async function addAssignments(
  tx: Db,
  areaId: AreaId,
  added: readonly NewAssignment[],
  { by, at }: Decided,
): Promise<void> {
  if (added.length === 0) return
  const rows = added.map(({ caseId, part, holder, owed }) => ({
    assignment_id: randomUUID(),
    case_id: caseId,
    part,
    person_id: holder,
    owed,
    back_on: owed[0]?.on ?? null,
  }))
  await tx`
    insert into case_review.case_assignments (area_id, assignment_id, case_id, part, person_id, owed, back_on,
      assigned_by, assigned_at)
    select ${areaId}, r.assignment_id, r.case_id, r.part, r.person_id, r.owed, r.back_on, ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r (assignment_id uuid, case_id uuid, part text, person_id uuid, owed jsonb, back_on date)
  `
}

/** The part somebody has in a case now; null when nobody has it. */
export async function findHeld(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  part: CasePart,
): Promise<HeldAssignment | null> {
  const [row] = await tx`
    select assignment_id, case_id, part, person_id as holder, owed from case_review.case_assignments
    where area_id = ${areaId} and case_id = ${caseId} and part = ${part} and ended_at is null
    for update
  `
  return row === undefined ? null : HeldAssignment.parse(row)
}

/** Ends every part in a case: it leaves the area, and nobody there has it any more. */
export async function endAllIn(tx: Db, areaId: AreaId, caseId: CaseId, at: Instant): Promise<void> {
  const rows = await tx`
    select assignment_id from case_review.case_assignments
    where area_id = ${areaId} and case_id = ${caseId} and ended_at is null
  `
  const ended = rows.map((row) => AssignmentId.parse(row['assignmentId']))
  await endAssignments(tx, areaId, ended, { by: null, at, because: 'left-area' })
}

/** Whether somebody withdrew from a case or from another record of the child. */
export async function isInConflict(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  personId: PersonId,
): Promise<boolean> {
  const rows = await tx`
    select from case_review.withdrawals
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and person_id = ${personId} limit 1
  `
  return rows.length > 0
}

/** Whoever withdrew from a child has no part any more in a case of it. */
export async function endPartsOf(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  personId: PersonId,
  { by, at }: { by: PersonId; at: Instant },
): Promise<void> {
  const rows = await tx`
    select a.assignment_id from case_review.cases c
    join case_review.case_assignments a on a.area_id = c.area_id and a.case_id = any (c.case_ids)
    where c.area_id = ${areaId} and c.case_id = ${caseId} and a.person_id = ${personId} and a.ended_at is null
  `
  const ended = rows.map((row) => AssignmentId.parse(row['assignmentId']))
  await endAssignments(tx, areaId, ended, { by, at, because: 'conflict' })
}
