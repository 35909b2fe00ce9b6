import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CaseId,
  CaseReference,
  FamilyFeedbackId,
  FamilyLetterId,
  FamilyQuestionId,
  LetterLanguage,
  londonDate,
  PlainDate,
  Refusal,
  requireArea,
  text,
} from '@cdop/domain'
import { changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { seeFamily } from '../family/family-case.ts'
import { addFeedback } from '../family/feedback-store.ts'
import { requires } from '../rpc.ts'
import { letterFamily, requireReadable, requireTellable } from './letter-family.ts'
import { LetterWay, openLetter, saveGiven } from './letter-store.ts'
import { LetterPlace, letterToChange } from './write-letter.ts'

/**
 * A finished letter to be printed, with who it is to. Audited before it is answered. Nothing mails it: somebody prints
 * it and gives it. One that was not given yet is held to every rule again.
 * @throws Refusal `letter-not-final`, `letter-of-another-area`, `not-found` once the report was wrong; as `finaliseLetter`
 */
export const printLetter = requires('family:record')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, familyLetterId: FamilyLetterId }))
  .output(
    z.strictObject({
      reference: CaseReference,
      language: LetterLanguage,
      text: z.string(),
      /** The day it was finished: the date on it. */
      datedOn: PlainDate,
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, familyLetterId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { found } = await seeFamily(tx, parts, person, { areaId, caseId })
      const letter = await openLetter(tx, parts.keys, areaId, found.caseIds, familyLetterId)
      const { state, finalAt, content, language, knowsWish } = letter
      if (finalAt === null || state === 'withdrawn') throw new Refusal('letter-not-final')
      const family = await letterFamily(tx, parts, areaId, found, letter.familyMemberId)
      requireReadable(person, family, content)
      if (state === 'final') {
        if (letter.writtenIn !== areaId) throw new Refusal('letter-of-another-area')
        requireTellable(family, content, knowsWish)
      }
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.print',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['identity', 'family'],
      })
      return { reference: found.reference, language, text: content.text, datedOn: londonDate(finalAt) }
    })
  })

/**
 * Records that a finished letter was posted or given, when and by whom. The answers that were in it are told from then on, and
 * the leaflet given, if it was with it. What has changed since that day, or was put under a caveat, was told as it then was: the
 * parent is to be told anew.
 * @throws Refusal `letter-not-final`, `letter-of-another-area`, `date-in-future`, `dates-out-of-order` before it was
 * finished; `invalid-answers` for an answer it was not drafted with; as `finaliseLetter`
 */
export const giveLetter = requires('family:record')
  .input(
    z.strictObject({
      ...LetterPlace,
      givenOn: PlainDate,
      givenHow: LetterWay,
      givenBy: text(200),
      /** Which of the answers it was drafted with stood in it. */
      told: z.array(FamilyQuestionId).max(200),
      leaflet: z.boolean(),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, givenOn, givenHow, givenBy, told, leaflet } = input
    const change = { areaId, procedure: 'letter.give', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const { letter, found } = await letterToChange(tx, parts, person, input)
      if (letter.state !== 'final' || letter.finalAt === null) throw new Refusal('letter-not-final')
      if (letter.writtenIn !== areaId) throw new Refusal('letter-of-another-area')
      const family = await letterFamily(tx, parts, areaId, found, letter.familyMemberId)
      requireReadable(person, family, letter.content)
      requireTellable(family, letter.content, letter.knowsWish, givenOn)
      if (givenOn > parts.clock.today()) throw new Refusal('date-in-future', ['givenOn'])
      if (givenOn < londonDate(letter.finalAt)) throw new Refusal('dates-out-of-order', ['givenOn'])
      const { answers } = letter.content
      if (told.some((id) => !answers.some((one) => one.familyQuestionId === id))) {
        throw new Refusal('invalid-answers', ['told'])
      }
      const now = { by: person.personId, at: parts.clock.now() }
      const ofLetter = await caseCipher(tx, parts.keys, areaId, letter.caseId)
      await saveGiven(tx, ofLetter, input, { givenOn, givenHow, givenBy }, now)
      const feedback = [
        ...answers
          .filter(({ familyQuestionId }) => told.includes(familyQuestionId))
          .map(({ familyQuestionId, version }) => ({
            familyQuestionId,
            answerEntry: version,
            support: null,
          })),
        ...(leaflet
          ? [{ familyQuestionId: null, answerEntry: null, support: 'leaflet-given' as const }]
          : []),
      ]
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      for (const one of feedback) {
        await addFeedback(tx, cipher, areaId, caseId, {
          ...one,
          familyFeedbackId: FamilyFeedbackId.parse(randomUUID()),
          familyMemberId: letter.familyMemberId,
          toldOn: givenOn,
          channel: 'letter',
          toldBy: givenBy,
          recordedBy: now.by,
          recordedAt: now.at,
        })
      }
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.give',
        object: { kind: 'case', id: caseId },
      })
      return null
    })
  })
