import {
  AreaId,
  CaseId,
  FamilyLetterId,
  LetterCaution,
  LetterLanguage,
  LetterStage,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { seeFamily } from '../family/family-case.ts'
import { requires } from '../rpc.ts'
import {
  cautionsOf,
  changesSince,
  isStillToTell,
  LetterChange,
  letterFamily,
  requireReadable,
} from './letter-family.ts'
import { LetterContent, LetterLine, lettersOf, openLetter } from './letter-store.ts'
import { inForce, templatesOf } from './template-store.ts'

/** The letters of a child's family, none of their words, and in which languages one can be begun. */
export const listLetters = requires('family:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      letters: z.array(LetterLine),
      languages: z.array(z.strictObject({ stage: LetterStage, languages: z.array(LetterLanguage) })),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { found } = await seeFamily(tx, parts, person, { areaId, caseId })
      const templates = await templatesOf(tx, parts.keys, areaId)
      const today = parts.clock.today()
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.list',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['family'],
      })
      return {
        letters: await lettersOf(tx, areaId, found.caseIds),
        languages: LetterStage.options.map((stage) => ({
          stage,
          languages: inForce(templates, stage, today).map(({ language }) => language),
        })),
      }
    })
  })

const OpenLetter = LetterLine.extend({
  content: LetterContent,
  givenBy: z.string().nullable(),
  /** What whoever writes to this parent has to know first. */
  cautions: z.array(LetterCaution),
  /** What it says that has changed since, of one that was finished. */
  changes: z.array(LetterChange),
})

/**
 * A letter with its words and what has to be known before it goes. Audited before it is answered.
 * @throws Refusal `not-found`, `not-to-be-told-yet` for whoever does not see the whole case
 */
export const readLetter = requires('family:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, familyLetterId: FamilyLetterId }))
  .output(OpenLetter)
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, familyLetterId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { found } = await seeFamily(tx, parts, person, { areaId, caseId })
      const letter = await openLetter(tx, parts.keys, areaId, found.caseIds, familyLetterId)
      const family = await letterFamily(tx, parts, areaId, found, letter.familyMemberId)
      requireReadable(person, family, letter.content)
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.read',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['identity', 'family'],
      })
      const { caseId: _place, knowsWish: _wish, writtenIn: _area, ...shown } = letter
      const isOut = letter.state === 'final' || letter.state === 'given'
      const changes = (isOut ? changesSince(family, letter.content) : []).filter(
        (change) => letter.state !== 'given' || isStillToTell(family, change),
      )
      const at = { areaId, state: found.state, today: parts.clock.today() }
      return { ...shown, cautions: cautionsOf(family, letter, at), changes }
    })
  })
