import { AreaId, CaseId, limitsInForce, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { keptLimits } from '../clock-settings/clock-settings-store.ts'
import { requires } from '../rpc.ts'
import { InformationRequest, publicRequest, requestsOf } from './request-store.ts'

/** Who was asked about a case, and what became of it. */
export const listRequests = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      rows: z.array(InformationRequest),
      /** How long an agency asked today has to answer. */
      returnWorkingDays: z.int(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'information-request.list',
        object: { kind: 'case', id: caseId },
      })
      const limits = limitsInForce(await keptLimits(tx, areaId), parts.clock.today())
      return {
        rows: (await requestsOf(tx, areaId, seen.found)).map(publicRequest),
        returnWorkingDays: limits['agency-return'],
      }
    })
  })
