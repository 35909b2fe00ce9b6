import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, FamilyCaveatId, FamilyQuestionId, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { addCaveat, CaveatWords, isWithheld, liftCaveats } from './caveat-store.ts'
import { writeOfFamily } from './family-case.ts'
import { findQuestion } from './question-store.ts'

const Withheld = z.strictObject({ familyCaveatId: FamilyCaveatId })

/**
 * Records that what a family asked must not be answered to it yet: why, who asked for that, and when to ask them again.
 * From then on no key worker reads an answer to it, and none is fed back.
 * @throws Refusal `stale` when it is withheld already, `not-found`, `dates-out-of-order` for a review that is not to come
 */
export const withholdAnswer = requires('family:withhold')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      familyQuestionId: FamilyQuestionId,
      key: AttemptKey,
      ...CaveatWords.shape,
      reviewOn: PlainDate,
    }),
  )
  .output(Withheld)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyQuestionId, why, owner, reviewOn } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.withhold-answer', input, outcome: Withheld },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const question = await findQuestion(tx, areaId, found.caseIds, familyQuestionId)
        if (question === null) throw new Refusal('not-found')
        if (await isWithheld(tx, areaId, familyQuestionId)) throw new Refusal('stale')
        if (reviewOn <= parts.clock.today()) throw new Refusal('dates-out-of-order', ['reviewOn'])
        const cipher = await caseCipher(tx, parts.keys, areaId, question.caseId)
        const familyCaveatId = FamilyCaveatId.parse(randomUUID())
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const caveat = { familyCaveatId, familyQuestionId, why, owner, reviewOn, ...recorded }
        await addCaveat(tx, cipher, areaId, question.caseId, caveat)
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.withhold-answer',
          object: { kind: 'case', id: caseId },
        })
        return { familyCaveatId }
      },
    )
  })

/** What was withheld may be told from today on. @throws Refusal `stale` when nothing is withheld, `not-found` */
export const releaseAnswer = requires('family:withhold')
  .input(
    z.strictObject({ areaId: AreaId, caseId: CaseId, familyQuestionId: FamilyQuestionId, key: AttemptKey }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyQuestionId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.release-answer', input, outcome: z.null() },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const question = await findQuestion(tx, areaId, found.caseIds, familyQuestionId)
        if (question === null) throw new Refusal('not-found')
        const now = { on: parts.clock.today(), by: person.personId, at: parts.clock.now() }
        if (!(await liftCaveats(tx, areaId, familyQuestionId, now))) throw new Refusal('stale')
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.release-answer',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
