import { AreaId, CasePart, PersonId, PlainDate, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { inView } from '../case/case-view.ts'
import { type Viewer, visible } from '../case/visible-cases.ts'
import { requires } from '../rpc.ts'

const Load = z.strictObject({
  part: CasePart,
  /** Null: the open cases in which nobody has that part. */
  personId: PersonId.nullable(),
  open: z.number().int(),
  overdue: z.number().int(),
})

const Loan = z.strictObject({
  part: CasePart,
  personId: PersonId,
  /** Whose they are, and when they go back. */
  owedTo: PersonId,
  backOn: PlainDate,
  cases: z.number().int(),
})

/** How many open cases everybody has, those nobody has, and what is lent until when. Audited. */
export const whoHasWhat = requires('case:list')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ loads: z.array(Load), loans: z.array(Loan) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    const viewer: Viewer = { areaId, personId, today: parts.clock.today() }
    return parts.database.transaction(actor, async (tx) => {
      const loads = await tx`
        select p.part, a.person_id, count(*)::int as open,
          (count(*) filter (where ${inView(tx, 'overdue', viewer)}))::int as overdue
        from case_review.cases c
        cross join unnest(${[...CasePart.options]}::text[]) as p (part)
        left join case_review.case_assignments a
          on a.area_id = c.area_id and a.case_id = c.case_id and a.part = p.part and a.ended_at is null
        where ${visible(tx, viewer)} and ${inView(tx, 'open', viewer)}
        group by p.part, a.person_id order by p.part, a.person_id nulls first
      `
      const loans = await tx`
        select a.part, a.person_id, (a.owed -> 0 ->> 'to')::uuid as owed_to, a.back_on, count(*)::int as cases
        from case_review.case_assignments a
        join case_review.cases c on c.area_id = a.area_id and c.case_id = a.case_id
        where a.area_id = ${areaId} and a.ended_at is null and a.back_on is not null and ${visible(tx, viewer)}
        group by 1, 2, 3, 4 order by a.back_on, 1, 2, 3
      `
      await parts.audit.record(tx, actor, areaId, {
        action: 'assignment.count',
        object: { kind: 'area', id: areaId },
      })
      return {
        loads: loads.map((row) => Load.parse({ ...row })),
        loans: loans.map((row) => Loan.parse({ ...row })),
      }
    })
  })
