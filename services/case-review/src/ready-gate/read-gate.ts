import { AreaId, CaseId, GateFinding, readyGate, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { gateFacts } from './gate-facts.ts'
import { PassedWarning, passedWarnings } from './pass-gate.ts'

/** What a case of its kind must have before a panel, what of it is lacking today, and what its listing went on without. */
export const readGate = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      version: z.string(),
      findings: z.array(GateFinding),
      passed: z.array(PassedWarning),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'case.read-ready-gate',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['agency-return'],
      })
      return {
        ...readyGate(await gateFacts(tx, parts, areaId, seen.found), parts.clock.today()),
        passed: await passedWarnings(tx, areaId, caseId),
      }
    })
  })
