import { randomUUID } from 'node:crypto'
import {
  AnswerBody,
  AreaId,
  CaseId,
  FamilyChannel,
  FamilyMemberId,
  FamilyQuestionId,
  PlainDate,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { writeOfFamily } from './family-case.ts'
import { findMember } from './member-store.ts'
import { addQuestion, FamilyWords } from './question-store.ts'

const Asked = z.strictObject({ familyQuestionId: FamilyQuestionId })

/**
 * Records what a family asks, in its own words, at any stage: a question after a case is closed opens nothing again.
 * @throws Refusal `date-in-future`, `dates-out-of-order` before the death; `not-found` when somebody else's parent asked
 */
export const askQuestion = requires('family:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      body: AnswerBody,
      askedBy: FamilyMemberId.nullable(),
      askedOn: PlainDate,
      channel: FamilyChannel,
      asked: FamilyWords,
    }),
  )
  .output(Asked)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, key, ...said } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.ask-question', input, outcome: Asked },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        if (said.askedOn > parts.clock.today()) throw new Refusal('date-in-future', ['askedOn'])
        if (said.askedOn < found.diedOn) throw new Refusal('dates-out-of-order', ['askedOn'])
        if (said.askedBy !== null && (await findMember(tx, areaId, found.caseIds, said.askedBy)) === null)
          throw new Refusal('not-found')
        const familyQuestionId = FamilyQuestionId.parse(randomUUID())
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const now = { by: person.personId, at: parts.clock.now() }
        await addQuestion(tx, cipher, areaId, caseId, { familyQuestionId, ...said }, now)
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.ask-question',
          object: { kind: 'case', id: caseId },
        })
        return { familyQuestionId }
      },
    )
  })
