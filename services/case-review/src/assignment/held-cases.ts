import type { Db } from '@cdop/database'
import {
  AgeBand,
  AreaId,
  CaseId,
  CasePart,
  CaseReference,
  CaseState,
  PersonId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { inView } from '../case/case-view.ts'
import { type Viewer, visible } from '../case/visible-cases.ts'
import { requires } from '../rpc.ts'
import { HeldAssignment } from './assignment-store.ts'

/** Cases to choose from on one page, and the most one handover names one by one. */
export const MOST_CHOSEN = 500

const Line = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  state: CaseState,
  ageBand: AgeBand,
  diedOn: PlainDate,
})

/** The parts somebody has now in cases the viewer may see, each beside whether `to` declared a conflict in it; locked. */
export async function lockHeld(
  tx: Db,
  viewer: Viewer,
  { part, from, to }: { part: CasePart; from: PersonId; to: PersonId },
): Promise<(HeldAssignment & { inConflict: boolean })[]> {
  const rows = await tx`
    select a.assignment_id, a.case_id, a.part, a.person_id as holder, a.owed,
      exists (
        select from case_review.withdrawals k
        where k.area_id = c.area_id and k.case_id = any (c.case_ids) and k.person_id = ${to}
      ) as in_conflict
    from case_review.case_assignments a
    join case_review.cases c on c.area_id = a.area_id and c.case_id = a.case_id
    where a.area_id = ${viewer.areaId} and a.person_id = ${from} and a.part = ${part} and a.ended_at is null
      and ${visible(tx, viewer)}
    order by a.case_id
    for update of c, a
  `
  return rows.map((row) => HeldAssignment.extend({ inConflict: z.boolean() }).parse(row))
}

/** The open cases in which somebody has a part, to choose from when some of them are handed over. No names; audited. */
export const heldCases = requires('case:assign')
  .input(z.strictObject({ areaId: AreaId, part: CasePart, personId: PersonId }))
  .output(z.strictObject({ rows: z.array(Line), more: z.boolean() }))
  .query(({ ctx: { actor, parts }, input: { areaId, part, personId } }) => {
    const viewer: Viewer = {
      areaId,
      personId: requirePerson(actor).personId,
      today: parts.clock.today(),
    }
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await tx`
        select c.case_id, c.reference, c.state, c.age_band, c.died_on
        from case_review.case_assignments a
        join case_review.cases c on c.area_id = a.area_id and c.case_id = a.case_id
        where a.area_id = ${areaId} and a.person_id = ${personId} and a.part = ${part} and a.ended_at is null
          and ${visible(tx, viewer)} and ${inView(tx, 'open', viewer)}
        order by c.next_due_on asc nulls last, c.case_id limit ${MOST_CHOSEN + 1}
      `
      const rows = found.slice(0, MOST_CHOSEN).map((row) => Line.parse({ ...row }))
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'assignment.held', object: { kind: 'area', id: areaId } },
        ...rows.map(({ caseId: id }) => ({ action: 'assignment.held', object: { kind: 'case', id } })),
      )
      return { rows, more: found.length > MOST_CHOSEN }
    })
  })
