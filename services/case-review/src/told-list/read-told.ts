import { AreaId, CaseId, requireArea, ToldRecipient, whoMustBeTold } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { ToldEntry, toldEntries } from './told-store.ts'

/** Who must be told of a death, and what is recorded about each, the newest entry first. */
export const readTold = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      rows: z.array(
        z.strictObject({
          recipient: ToldRecipient,
          entries: z.array(ToldEntry.omit({ recipient: true })),
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'told-list.read',
        object: { kind: 'case', id: caseId },
      })
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const recorded = await toldEntries(tx, cipher, areaId, caseId)
      return {
        rows: whoMustBeTold(seen.found.ageBand).map((recipient) => ({
          recipient,
          entries: recorded
            .filter((entry) => entry.recipient === recipient)
            .map(({ recipient: _whose, ...entry }) => entry),
        })),
      }
    })
  })
