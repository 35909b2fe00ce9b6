import { AreaId, CaseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { endPartsInConflict } from '../assignment/assignment-store.ts'
import { requires } from '../rpc.ts'

/**
 * The person had to do with the child or the care: from the next request on the case is not there for them, and they
 * do not count towards its quorum. A part they had in it ends: somebody else has to be given it.
 */
export const declareConflict = requires('conflict:declare')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'conflict.declare', input, outcome: z.null() },
      async (tx) => {
        const today = parts.clock.today()
        requireClass(await seeCase(tx, person, areaId, caseId, { lock: true, today }), 'pack')
        await tx`
          insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
          values (${areaId}, ${caseId}, ${person.personId}, ${parts.clock.now()})
        `
        await endPartsInConflict(tx, areaId, caseId, { by: person.personId, at: parts.clock.now() })
        await parts.audit.record(tx, actor, areaId, {
          action: 'conflict.declare',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
