import { AreaId, CaseId, CaveatId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { findStanding, refuseOwnerInConflict, seeCaveatedCase } from './caveat-case.ts'
import { addEntry } from './caveat-entries.ts'
import { saveReviewOn } from './caveat-store.ts'
import { CaveatSaid } from './record-caveat.ts'

const Reviewed = z.strictObject({ version: z.number().int().positive() })

/**
 * Records that somebody asked and a caveat is still needed, why, who asks again and when.
 * @throws Refusal `not-found`; `stale` when it was looked at or lifted since; `dates-out-of-order` for a review that is not to
 * come, `part-of-somebody-in-conflict`
 */
export const reviewCaveat = requires('caveat:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      caveatId: CaveatId,
      version: z.number().int().positive(),
      key: AttemptKey,
      ...CaveatSaid.shape,
    }),
  )
  .output(Reviewed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, caveatId, why, askedBy, owner, reviewOn } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'caveat.review', input, outcome: Reviewed },
      async (tx) => {
        const seen = await seeCaveatedCase(tx, person, areaId, caseId)
        const caveat = await findStanding(tx, areaId, seen, input)
        if (reviewOn <= parts.clock.today()) throw new Refusal('dates-out-of-order', ['reviewOn'])
        await refuseOwnerInConflict(tx, areaId, seen.found.caseIds, owner)
        const cipher = await caseCipher(tx, parts.keys, areaId, caveat.caseId)
        const entry = caveat.version + 1
        await addEntry(tx, cipher, areaId, caveat, {
          entry,
          what: 'reviewed',
          owner,
          reviewOn,
          note: { why, askedBy },
          recordedBy: person.personId,
          recordedAt: parts.clock.now(),
        })
        await saveReviewOn(tx, { areaId, caveatId }, reviewOn)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'caveat.review',
          object: { kind: 'case', id: caseId },
        })
        return { version: entry }
      },
    )
  })
