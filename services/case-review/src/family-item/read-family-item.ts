import { FamilyQuestionId, LeftOpenReason, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { panelQuestionsOf } from '../family/panel-questions.ts'
import { FamilyWords } from '../family/question-store.ts'
import { QuestionStanding } from '../pack/family-texts.ts'
import { releasedNarratives } from '../pack/released-narratives.ts'
import { knownOf } from '../pack/screen-pack.ts'
import { requires } from '../rpc.ts'
import { AtItem, seeItem } from './listed-item.ts'
import { knownAlone, screenedAlone } from './screened-alone.ts'

const AskedAtItem = z.strictObject({
  familyQuestionId: FamilyQuestionId,
  /**
   * De-identified: as the released pack has it, or, of a question that is in none, by the screening alone. Null where what the
   * case is known by cannot be asked for.
   */
  text: z.string().nullable(),
  inPack: z.boolean(),
  standing: QuestionStanding,
  /** How many versions of the answer there are. */
  version: z.number().int().nonnegative(),
  /** The newest answer, where the panel gave it: what others answered stays with whoever speaks to the family. */
  answer: FamilyWords.nullable(),
  leftOpen: LeftOpenReason.nullable(),
})

/**
 * What the family tells of its child and asks of the panel, at the item, for whoever agrees the analysis: without names. What
 * came after the pack was released is screened by itself. Audited first.
 * @throws Refusal `not-found`, `statement-not-signed`; ServiceUnavailable
 */
export const readFamilyItem = requires('analysis:agree')
  .input(AtItem)
  .output(z.strictObject({ portrait: z.string().nullable(), questions: z.array(AskedAtItem) }))
  .query(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId } = input
    requireArea(actor, areaId)
    const read = await parts.database.transaction(actor, async (tx) => {
      const { found } = await seeItem(tx, parts, person, input)
      await parts.audit.record(tx, actor, areaId, {
        action: 'family-item.read',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['pack'],
      })
      const questions = await panelQuestionsOf(tx, parts.keys, areaId, found)
      const { family } = await releasedNarratives(tx, parts, areaId, found)
      return { found, questions, family }
    })
    const inPack = new Map(
      read.family.questions.map(({ familyQuestionId, text }) => [familyQuestionId, text]),
    )
    const alone = read.questions.filter(({ familyQuestionId }) => !inPack.has(familyQuestionId))
    const onBehalf = { areaId, onBehalfOf: person.personId, requestId: actor.requestId }
    const known = alone.length === 0 ? null : await knownAlone(parts, onBehalf, caseId)
    const texts = await parts.database.transaction(actor, async (tx) => {
      if (known === null) return []
      const { identifiers } = await knownOf(tx, parts, areaId, read.found, known)
      const asked = alone.map(({ asked }) => asked)
      return screenedAlone(tx, parts.keys, input, identifiers, asked)
    })
    return {
      portrait: read.family.portrait,
      questions: read.questions.map(({ familyQuestionId, standing, answers: [newest], leftOpen }) => ({
        familyQuestionId,
        text:
          inPack.get(familyQuestionId) ??
          texts[alone.findIndex((other) => other.familyQuestionId === familyQuestionId)] ??
          null,
        inPack: inPack.has(familyQuestionId),
        standing,
        version: newest?.entry ?? 0,
        answer: newest?.body === 'panel' ? newest.answer : null,
        leftOpen: leftOpen?.reason ?? null,
      })),
    }
  })
