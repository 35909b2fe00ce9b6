import {
  AnswerBody,
  AreaId,
  CaseId,
  FamilyQuestionId,
  LeftOpenReason,
  PlainDate,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { writeOfFamily } from './family-case.ts'
import { addAnswer, FamilyWords, findQuestion, saveLeftOpen } from './question-store.ts'

const Answered = z.strictObject({ version: z.number().int().positive() })

/**
 * Records the answer to what a family asked, and who gave it; a correction is a further version, made from the one it
 * names. A question that was to stay without an answer can be answered after all.
 * @throws Refusal `stale`, `not-found`, `date-in-future`, `dates-out-of-order` before the family asked
 */
export const answerQuestion = requires('family:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      familyQuestionId: FamilyQuestionId,
      /** How many versions of the answer there were, 0 for the first. */
      version: z.number().int().nonnegative(),
      key: AttemptKey,
      body: AnswerBody,
      answeredOn: PlainDate,
      answer: FamilyWords,
    }),
  )
  .output(Answered)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyQuestionId, version, body, answeredOn, answer } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.answer-question', input, outcome: Answered },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const question = await findQuestion(tx, areaId, found.caseIds, familyQuestionId)
        if (question === null) throw new Refusal('not-found')
        if (question.version !== version) throw new Refusal('stale')
        if (answeredOn > parts.clock.today()) throw new Refusal('date-in-future', ['answeredOn'])
        if (answeredOn < question.askedOn) throw new Refusal('dates-out-of-order', ['answeredOn'])
        const cipher = await caseCipher(tx, parts.keys, areaId, question.caseId)
        const entry = version + 1
        const now = { by: person.personId, at: parts.clock.now() }
        await addAnswer(tx, cipher, { areaId, familyQuestionId }, { entry, body, answeredOn, answer }, now)
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.answer-question',
          object: { kind: 'case', id: caseId },
        })
        return { version: entry }
      },
    )
  })

/**
 * Records why a question stays without an answer: then the case can close.
 * @throws Refusal `stale` when it was answered or left open since, `not-found`
 */
export const leaveQuestionOpen = requires('family:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      familyQuestionId: FamilyQuestionId,
      key: AttemptKey,
      reason: LeftOpenReason,
      why: FamilyWords,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyQuestionId, reason, why } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.leave-question-open', input, outcome: z.null() },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const question = await findQuestion(tx, areaId, found.caseIds, familyQuestionId)
        if (question === null) throw new Refusal('not-found')
        if (question.version > 0 || question.leftOpen !== null) throw new Refusal('stale')
        const cipher = await caseCipher(tx, parts.keys, areaId, question.caseId)
        const now = { by: person.personId, at: parts.clock.now() }
        await saveLeftOpen(tx, cipher, { areaId, familyQuestionId }, { reason, why }, now)
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.leave-question-open',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
