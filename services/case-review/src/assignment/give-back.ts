import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, giveBack, type PlainDate, RequestId } from '@cdop/domain'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { addAssignments, endAssignments, HeldAssignment } from './assignment-store.ts'

const Lent = HeldAssignment.extend({ ownerInConflict: z.boolean() })

/** What is due back in an area, locked, and whether whoever it is owed to has declared a conflict meanwhile. */
async function lockDue(tx: Db, areaId: AreaId, today: PlainDate) {
  const rows = await tx`
    select a.assignment_id, a.case_id, a.part, a.person_id as holder, a.owed,
      exists (
        select from jsonb_to_recordset(a.owed) as o ("to" uuid, "on" date)
        join case_review.withdrawals k on k.area_id = c.area_id and k.case_id = any (c.case_ids) and k.person_id = o."to"
      ) as owner_in_conflict
    from case_review.case_assignments a
    join case_review.cases c on c.area_id = a.area_id and c.case_id = a.case_id
    where a.area_id = ${areaId} and a.ended_at is null and a.back_on <= ${today}
    order by a.case_id
    for update of c, a
  `
  return rows.map((row) => Lent.parse(row))
}

/** Takes what an area has due back for this transaction alone. False when nothing is, or another process is at it. */
async function claim(tx: Db, areaId: AreaId, today: PlainDate): Promise<boolean> {
  const rows = await tx`
    select from case_review.cases_due_back where area_id = ${areaId} and due_on <= ${today} for update skip locked
  `
  return rows.length === 1
}

/**
 * Gives back what was lent until today or earlier, all of an area in one transaction; done again it does nothing. A case
 * its owner may no longer see stays with whoever has it.
 * @returns how many went back
 */
async function giveBackIn(parts: Parts, areaId: AreaId): Promise<number> {
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const today = parts.clock.today()
  const decided = { by: null, at: parts.clock.now() }
  return parts.database.transaction(self, async (tx) => {
    if (!(await claim(tx, areaId, today))) return 0
    const due = await lockDue(tx, areaId, today)
    const ended = due.map(({ assignmentId }) => assignmentId)
    await endAssignments(tx, areaId, ended, { ...decided, because: 'given-back' })
    const back = due.map((one) => ({
      caseId: one.caseId,
      part: one.part,
      ...(one.ownerInConflict ? { holder: one.holder, owed: [] } : giveBack(one, today)),
    }))
    await tx`delete from case_review.cases_due_back where area_id = ${areaId}`
    await addAssignments(tx, areaId, back, decided)
    await tx`
      insert into case_review.cases_due_back as d (area_id, due_on)
      select ${areaId}, min(back_on) from case_review.case_assignments
      where area_id = ${areaId} and ended_at is null and back_on is not null having min(back_on) is not null
      on conflict (area_id) do update set due_on = least(d.due_on, excluded.due_on)
    `
    if (due.length > 0) {
      await parts.audit.record(
        tx,
        self,
        areaId,
        ...due.map(({ caseId: id }) => ({ action: 'assignment.give-back', object: { kind: 'case', id } })),
      )
    }
    return due.length
  })
}

/**
 * Gives back in every area what is due by the service's clock. An area that fails keeps no other waiting.
 * @throws the first failure, when all have had their turn
 */
export async function giveBackWhatIsDue(parts: Parts): Promise<void> {
  const today = parts.clock.today()
  const rows = await parts.database.sql<{ areaId: string }[]>`
    select area_id from case_review.cases_due_back where due_on <= ${today} order by area_id
  `
  const failures: unknown[] = []
  for (const { areaId } of rows) {
    await giveBackIn(parts, AreaId.parse(areaId)).catch((thrown: unknown) => failures.push(thrown))
  }
  if (failures.length > 0) throw failures[0]
}
