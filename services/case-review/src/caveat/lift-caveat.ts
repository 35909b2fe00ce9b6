import { AreaId, CaseId, CaveatId, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { findStanding, seeCaveatedCase } from './caveat-case.ts'
import { addEntry } from './caveat-entries.ts'
import { saveLifted } from './caveat-store.ts'

/**
 * Lifts a caveat, with the reason: from the next request on it keeps nothing from anybody. What it said stays.
 * @throws Refusal `not-found`; `stale` when it was looked at or lifted since
 */
export const liftCaveat = requires('caveat:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      caveatId: CaveatId,
      version: z.number().int().positive(),
      key: AttemptKey,
      why: text(1_000),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, caveatId, why } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'caveat.lift', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeCaveatedCase(tx, person, areaId, caseId)
        const caveat = await findStanding(tx, areaId, seen, input)
        const cipher = await caseCipher(tx, parts.keys, areaId, caveat.caseId)
        await addEntry(tx, cipher, areaId, caveat, {
          entry: caveat.version + 1,
          what: 'lifted',
          owner: null,
          reviewOn: null,
          note: { why, askedBy: null },
          recordedBy: person.personId,
          recordedAt: parts.clock.now(),
        })
        await saveLifted(tx, { areaId, caveatId }, parts.clock.today())
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'caveat.lift',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
