import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { ProceedingRow, proceedingsOf, referenceOf, StepEntry, stepEntries } from './proceeding-store.ts'

const Proceeding = ProceedingRow.extend({ reference: z.string().nullable(), entries: z.array(StepEntry) })

/** What else is being done about a death, with its steps and what whoever leads it calls it. Audited before it is answered. */
export const listProceedings = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ proceedings: z.array(Proceeding) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'proceeding.list',
        object: { kind: 'case', id: caseId },
      })
      const proceedings = []
      for (const row of await proceedingsOf(tx, areaId, seen.found.caseIds)) {
        const cipher = await caseCipher(tx, parts.keys, areaId, row.caseId)
        proceedings.push({
          ...row,
          reference: await referenceOf(tx, cipher, areaId, row.proceedingId),
          entries: await stepEntries(tx, cipher, areaId, row.proceedingId),
        })
      }
      return { proceedings }
    })
  })
