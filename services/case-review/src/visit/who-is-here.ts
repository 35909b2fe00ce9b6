import { AreaId, CaseId, PersonId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { noteHere, othersHere } from './visit-store.ts'

/**
 * Who else is at a case now, asked every few seconds by a page that is open: that its reader is still there is noted.
 * Nothing of the case is disclosed, so nothing is written to the audit.
 */
export const whoIsHere = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ here: z.array(PersonId) }))
  .mutation(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'agency-return')
      const visiting = { areaId, caseId, personId: person.personId }
      const now = parts.clock.now()
      await noteHere(tx, visiting, now)
      return { here: await othersHere(tx, visiting, now) }
    })
  })
