import { AreaId, CaseId, CasePart, PersonId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addAssignments, endAssignments, findHeld, isInConflict } from './assignment-store.ts'

/**
 * Gives a part in a case to somebody, or takes it from whoever has it: the case then stands on the unassigned list. Who
 * works in the area as what is the portal's to know: it offers nobody else. An assignment lets nobody see a case whose
 * role does not. Given to whoever has it, a case that was lent stays theirs.
 * @throws Refusal `stale` when somebody else has the part by now; `part-of-somebody-in-conflict`
 */
export const assignCase = requires('case:assign')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      part: CasePart,
      personId: PersonId.nullable(),
      /** Who had it when the page was shown. */
      instead: PersonId.nullable(),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, part, personId, instead } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'assignment.assign', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        const held = await findHeld(tx, areaId, caseId, part)
        if ((held?.holder ?? null) !== instead) throw new Refusal('stale')
        if (personId !== null && (await isInConflict(tx, areaId, seen.found.caseIds, personId))) {
          throw new Refusal('part-of-somebody-in-conflict', ['personId'])
        }
        if (held !== null && held.holder === personId && held.owed.length === 0) return null
        const decided = { by: person.personId, at: parts.clock.now() }
        if (held !== null) {
          const because = { ...decided, because: 'given-to-another' as const }
          await endAssignments(tx, areaId, [held.assignmentId], because)
        }
        if (personId !== null) {
          await addAssignments(tx, areaId, [{ caseId, part, holder: personId, owed: [] }], decided)
        }
        await parts.audit.record(tx, actor, areaId, {
          action: 'assignment.assign',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
