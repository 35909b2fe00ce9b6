import { AreaId, CaseId, CaseReference, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { withheldFrom } from '../access/withheld-cases.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'

/**
 * The case with a reference, if its review was ever finished; null also for one the person has a conflict in. For a chair, in
 * whose lists a closed case no longer stands.
 */
export const findFinished = requires('case:reopen')
  .input(z.strictObject({ areaId: AreaId, reference: CaseReference }))
  .output(z.strictObject({ caseId: CaseId }).nullable())
  .query(({ ctx: { actor, parts }, input: { areaId, reference } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const [row] = await tx`
        select case_id from case_review.cases
        where area_id = ${areaId} and reference = ${reference} and merged_into is null
          and state not in ('reported-in-error', 'transferred')
          and (reviewed_on is not null or first_reviewed_on is not null)
      `
      const caseId = row === undefined ? null : CaseId.parse(row['caseId'])
      const found =
        caseId === null || (await withheldFrom(tx, person, areaId)).includes(caseId) ? null : { caseId }
      await parts.audit.record(tx, actor, areaId, {
        action: 'case.finished',
        object: found === null ? { kind: 'area', id: areaId } : { kind: 'case', id: found.caseId },
      })
      return found
    })
  })
