import { FamilyQuestionId, PanelLeftOpenReason, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { addAnswer, FamilyWords, saveLeftOpen } from '../family/question-store.ts'
import { requires } from '../rpc.ts'
import { AtItem, answerable } from './listed-item.ts'

const Answered = z.strictObject({ version: z.number().int().positive() })

/** A question of the family at the item, and how many versions of its answer the chair saw. */
const AtQuestion = AtItem.extend({
  familyQuestionId: FamilyQuestionId,
  version: z.number().int().nonnegative(),
  key: AttemptKey,
})

/**
 * Records what the panel answers the family, as a version of the answer that its key worker can feed back. Until the panel
 * has reviewed the case another one takes its place; a question it did not want to answer can be answered after all.
 * @throws Refusal `stale`, `not-found`, `present-for-facts-only`, `case-on-hold`, `date-in-future` before the day of the meeting,
 * `not-allowed-in-this-state`
 */
export const answerAtItem = requires('analysis:agree')
  .input(AtQuestion.extend({ answer: FamilyWords }))
  .output(Answered)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyQuestionId, version, answer } = input
    const change = { areaId, procedure: 'family-item.answer', input, outcome: Answered }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { question, cipher } = await answerable(tx, parts, person, input)
      if (question.answers.length !== version) throw new Refusal('stale')
      const now = { by: person.personId, at: parts.clock.now() }
      const entry = version + 1
      const answered = { entry, body: 'panel' as const, answeredOn: parts.clock.today(), answer }
      await addAnswer(tx, cipher, { areaId, familyQuestionId }, answered, now)
      await parts.audit.record(tx, actor, areaId, {
        action: 'family-item.answer',
        object: { kind: 'case', id: caseId },
      })
      return { version: entry }
    })
  })

/**
 * Records why the panel gives no answer.
 * @throws Refusal as `answerAtItem`; `stale` too once it was answered, or a reason is recorded
 */
export const leaveOpenAtItem = requires('analysis:agree')
  .input(AtQuestion.extend({ reason: PanelLeftOpenReason, why: FamilyWords }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyQuestionId, version, reason, why } = input
    const change = { areaId, procedure: 'family-item.leave-open', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const { question, cipher } = await answerable(tx, parts, person, input)
      if (question.standing !== 'open' || version !== 0) throw new Refusal('stale')
      const now = { by: person.personId, at: parts.clock.now() }
      await saveLeftOpen(tx, cipher, { areaId, familyQuestionId }, { reason, why }, now)
      await parts.audit.record(tx, actor, areaId, {
        action: 'family-item.leave-open',
        object: { kind: 'case', id: caseId },
      })
      return null
    })
  })
