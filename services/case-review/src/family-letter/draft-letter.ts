import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CaseId,
  ENGLISH,
  FamilyLetterId,
  FamilyMemberId,
  fillLetter,
  LETTER_LIMIT,
  LetterLanguage,
  LetterStage,
  nextDateInLetter,
  placeholdersIn,
  Refusal,
  stepInLetter,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { writeOfFamily } from '../family/family-case.ts'
import { stepsOf } from '../family/family-next-steps.ts'
import { findMember } from '../family/member-store.ts'
import { requires } from '../rpc.ts'
import { type LetterFamily, letterFamily } from './letter-family.ts'
import { addLetter } from './letter-store.ts'
import { inForce, templatesOf } from './template-store.ts'

const Drafted = z.strictObject({ familyLetterId: FamilyLetterId })

/** What the answers read like in a letter. Another language than English has them in the words they were given in. */
function answersInLetter(toTell: LetterFamily['toTell'], language: LetterLanguage): string {
  const [asked, answer] = language === ENGLISH ? ['You asked: ', 'The answer: '] : ['', '']
  return toTell.map((one) => `${asked}${one.question.asked}\n\n${answer}${one.answer}`).join('\n\n')
}

/**
 * Drafts a letter to one parent or carer from what the area writes at a stage: with who they and the child are, what comes
 * next, and the answers they may be told and were not told yet. Nobody drafts a letter to somebody who must not be
 * contacted. The child's first name is intake's to know: whoever asks gives it.
 * @throws Refusal `must-not-be-contacted`, `not-found`; `invalid-answers` for a language the area has no letter in;
 * `too-large` for answers longer than a letter
 */
export const draftLetter = requires('family:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      familyMemberId: FamilyMemberId,
      stage: LetterStage,
      language: LetterLanguage,
      child: text(200),
      keyWorker: text(200),
      phone: text(50),
    }),
  )
  .output(Drafted)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyMemberId, stage, language, child, keyWorker, phone } = input
    const change = { areaId, procedure: 'letter.draft', input, outcome: Drafted }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { found } = await writeOfFamily(tx, parts, person, input)
      const family = await letterFamily(tx, parts, areaId, found, familyMemberId)
      if (family.member.noContact !== null) throw new Refusal('must-not-be-contacted')
      const today = parts.clock.today()
      const template = inForce(await templatesOf(tx, parts.keys, areaId), stage, today).find(
        (one) => one.language === language,
      )
      if (template === undefined) throw new Refusal('invalid-answers', ['language'])
      const answers = placeholdersIn(template.wording).includes('answers') ? family.toTell : []
      const step = stepInLetter(stage, await stepsOf(tx, parts, areaId, found, today))
      const filled = fillLetter(template.wording, {
        child,
        parent: family.member.details.name,
        keyWorker,
        phone,
        nextDate: language === ENGLISH ? nextDateInLetter(step) : `[${step?.on ?? '—'}]`,
        answers: answersInLetter(answers, language),
      })
      if (filled.length > LETTER_LIMIT) throw new Refusal('too-large')
      const place = (await findMember(tx, areaId, found.caseIds, familyMemberId))?.caseId ?? caseId
      const familyLetterId = FamilyLetterId.parse(randomUUID())
      const content = {
        text: filled,
        answers: answers.map(({ question, version }) => ({
          familyQuestionId: question.familyQuestionId,
          version,
        })),
      }
      const cipher = await caseCipher(tx, parts.keys, areaId, place)
      const letter = { familyLetterId, caseId: place, familyMemberId, stage, language, content }
      await addLetter(tx, cipher, areaId, letter, { by: person.personId, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.draft',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['identity', 'family'],
      })
      return { familyLetterId }
    })
  })
