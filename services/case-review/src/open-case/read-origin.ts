import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { KeptReturn, keptReturnsOf } from './kept-return-store.ts'
import { findOrigin, Origin } from './origin-store.ts'

/** Where a case came from that was open elsewhere, and word for word what had no place here; null for any other. */
export const readOrigin = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ origin: Origin.nullable(), kept: z.array(KeptReturn) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'case.read-origin',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['agency-return'],
      })
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      return {
        origin: await findOrigin(tx, cipher, areaId, caseId),
        kept: await keptReturnsOf(tx, cipher, areaId, caseId),
      }
    })
  })
