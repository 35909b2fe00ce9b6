import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, CaveatId, CaveatKind, CaveatOwner, PlainDate, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { refuseOwnerInConflict, seeCaveatedCase } from './caveat-case.ts'
import { addEntry } from './caveat-entries.ts'
import { addCaveat } from './caveat-store.ts'
import { CaveatTarget, findTarget } from './caveat-target.ts'

const Recorded = z.strictObject({ caveatId: CaveatId })

/** What is said of a caveat when it is recorded or looked at again: why, who asked for it, who asks again and when. */
export const CaveatSaid = z.strictObject({
  why: text(1_000),
  askedBy: text(200),
  owner: CaveatOwner,
  reviewOn: PlainDate,
})

/**
 * Puts something of a case under a caveat. From the next request on it is withheld from whom `mayShow` keeps it, in every
 * version of the form and wherever else it stands.
 * @throws Refusal `not-found`, `caveat-stands-already`, `dates-out-of-order` for a review that is not to come,
 * `part-of-somebody-in-conflict`
 */
export const recordCaveat = requires('caveat:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      target: CaveatTarget,
      kind: CaveatKind,
      ...CaveatSaid.shape,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, target, kind, why, askedBy, owner, reviewOn } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'caveat.record', input, outcome: Recorded },
      async (tx) => {
        const { found } = await seeCaveatedCase(tx, person, areaId, caseId)
        const of = await findTarget(tx, parts.keys, areaId, found, target)
        if (of === null) throw new Refusal('not-found')
        if (reviewOn <= parts.clock.today()) throw new Refusal('dates-out-of-order', ['reviewOn'])
        await refuseOwnerInConflict(tx, areaId, found.caseIds, owner)
        const caveatId = CaveatId.parse(randomUUID())
        if (!(await addCaveat(tx, areaId, { caveatId, kind, reviewOn, ...of }))) {
          throw new Refusal('caveat-stands-already')
        }
        const cipher = await caseCipher(tx, parts.keys, areaId, of.caseId)
        await addEntry(
          tx,
          cipher,
          areaId,
          { caveatId, target: of.target },
          {
            entry: 1,
            what: 'recorded',
            owner,
            reviewOn,
            note: { why, askedBy },
            recordedBy: person.personId,
            recordedAt: parts.clock.now(),
          },
        )
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'caveat.record',
          object: { kind: 'case', id: caseId },
        })
        return { caveatId }
      },
    )
  })
