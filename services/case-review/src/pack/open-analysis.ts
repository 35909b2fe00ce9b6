import { AreaId, actorKey, CaseId, requireArea } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { askedOfPanel } from '../family/panel-questions.ts'
import { requires } from '../rpc.ts'

/**
 * Lets the chair to what the panel says of a case: with the pack, and still once that has expired or the panel has agreed.
 * Nothing of the pack is in it but how many questions the family put to the panel.
 * @throws Refusal `not-found`, `statement-not-signed`, `pack-not-open`
 */
export const openAnalysis = requires('analysis:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      pass: z.string(),
      /** What the family asked of the panel, and how much of it is open. */
      familyAsks: z.strictObject({ asked: z.int(), open: z.int() }),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'analysis')
      const fieldClasses = ['analysis' as const]
      await parts.audit.record(tx, actor, areaId, {
        action: 'pack.open-analysis',
        object: { kind: 'case', id: caseId },
        fieldClasses,
      })
      const holder = actorKey(person)
      const { requestId } = person
      const pass = await issuePass(parts.keyring, { holder, caseIds: [caseId], fieldClasses, requestId })
      return { pass, familyAsks: await askedOfPanel(tx, parts.keys, areaId, seen.found) }
    })
  })
