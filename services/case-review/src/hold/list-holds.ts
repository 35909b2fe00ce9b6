import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { checksOf, HoldCheck, HoldRow, holdsOfCases } from './hold-store.ts'

const Hold = HoldRow.strip().extend({ checks: z.array(HoldCheck) })

/** What a case waited and waits for, and whom to ask about it. Audited before it is answered. */
export const listHolds = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ holds: z.array(Hold) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'hold.list',
        object: { kind: 'case', id: caseId },
      })
      const holds = []
      for (const hold of await holdsOfCases(tx, areaId, seen.found.caseIds)) {
        const cipher = await caseCipher(tx, parts.keys, areaId, hold.caseId)
        holds.push({ ...hold, checks: await checksOf(tx, cipher, areaId, hold.holdId) })
      }
      return { holds }
    })
  })
