import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { PanelQuestion, questionsOf } from './deferral-store.ts'

/** What the panel asked when it put a case back, and how each was answered. Audited before it is answered. */
export const listQuestions = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ questions: z.array(PanelQuestion) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-question.list',
        object: { kind: 'case', id: caseId },
      })
      return { questions: await questionsOf(tx, parts.keys, areaId, seen.found.caseIds) }
    })
  })
