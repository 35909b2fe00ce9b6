import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { CollatedRow, collatedFields } from './collated-fields.ts'
import { Settled, settledOf } from './settled-conflict-store.ts'

/** What every agency returned, question by question, with the conflicts and how they were settled. */
export const readCollated = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ rows: z.array(CollatedRow), settled: z.array(Settled) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'collated-record.read',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['agency-return'],
      })
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      return {
        rows: await collatedFields(tx, parts.keys, areaId, seen.found, parts.clock.today()),
        settled: await settledOf(tx, cipher, areaId, caseId),
      }
    })
  })
