import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { Assignment, assignmentsOf } from './assignment-store.ts'

/** Who has and had a case: the office's coordinators and the lead doctors, the newest first. Audited. */
export const listAssignments = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ assignments: z.array(Assignment) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'assignment.list',
        object: { kind: 'case', id: caseId },
      })
      return { assignments: await assignmentsOf(tx, areaId, caseId) }
    })
  })
