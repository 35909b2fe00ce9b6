import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  FamilyLetterId,
  LETTER_LIMIT,
  letterGaps,
  type Person,
  Refusal,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { writeOfFamily } from '../family/family-case.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { letterFamily, requireReadable, requireTellable } from './letter-family.ts'
import { finishLetter, type KeptLetter, openLetter, rewriteLetter, withdrawKept } from './letter-store.ts'

/** Which letter a change is made to, and from which version. */
export const LetterPlace = {
  areaId: AreaId,
  caseId: CaseId,
  familyLetterId: FamilyLetterId,
  version: z.int().positive(),
  key: AttemptKey,
}

type Changed = { areaId: AreaId; caseId: CaseId; familyLetterId: FamilyLetterId; version: number }

/**
 * A letter to change, its case locked.
 * @throws Refusal `stale` when somebody changed it since; `not-found`, `not-allowed-in-this-state`
 */
export async function letterToChange(
  tx: Db,
  parts: Parts,
  person: Person,
  place: Changed,
): Promise<{ letter: KeptLetter; found: CaseRow }> {
  const { areaId, familyLetterId, version } = place
  const { found } = await writeOfFamily(tx, parts, person, place)
  const letter = await openLetter(tx, parts.keys, areaId, found.caseIds, familyLetterId)
  if (letter.version !== version) throw new Refusal('stale')
  return { letter, found }
}

const Outcome = z.strictObject({ version: z.int() })

/**
 * Writes a draft in other words; those of an area the case came from become this area's.
 * @throws Refusal `stale` for a letter that is finished or was changed since, `not-found`
 */
export const saveLetter = requires('family:record')
  .input(z.strictObject({ ...LetterPlace, text: text(LETTER_LIMIT) }))
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId } = input
    const change = { areaId, procedure: 'letter.save', input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { letter, found } = await letterToChange(tx, parts, person, input)
      if (letter.state !== 'draft') throw new Refusal('stale')
      requireReadable(
        person,
        await letterFamily(tx, parts, areaId, found, letter.familyMemberId),
        letter.content,
      )
      const cipher = await caseCipher(tx, parts.keys, areaId, letter.caseId)
      const content = { ...letter.content, text: input.text }
      await rewriteLetter(tx, cipher, input, content, { by: person.personId, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.save',
        object: { kind: 'case', id: caseId },
      })
      return { version: letter.version + 1 }
    })
  })

/**
 * Finishes a letter: from then on nobody changes it, and it can be printed. A letter against a wish to hear nothing is
 * finished only by somebody who says that they know of it.
 * @throws Refusal `letter-has-gaps`, `letter-of-another-area`, `must-not-be-contacted`, `not-to-be-told-yet`,
 * `wishes-to-hear-nothing`, `letter-gives-another-away`; `stale` for a letter or an answer that was changed since
 */
export const finaliseLetter = requires('family:record')
  .input(z.strictObject({ ...LetterPlace, knowsWish: z.boolean() }))
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, knowsWish } = input
    const change = { areaId, procedure: 'letter.finalise', input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { letter, found } = await letterToChange(tx, parts, person, input)
      if (letter.state !== 'draft') throw new Refusal('stale')
      if (letter.writtenIn !== areaId) throw new Refusal('letter-of-another-area')
      const family = await letterFamily(tx, parts, areaId, found, letter.familyMemberId)
      requireTellable(family, letter.content, knowsWish)
      if (letterGaps(letter.content.text).length > 0) throw new Refusal('letter-has-gaps', ['text'])
      await finishLetter(tx, input, knowsWish, { by: person.personId, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.finalise',
        object: { kind: 'case', id: caseId },
      })
      return { version: letter.version + 1 }
    })
  })

/** A letter that was not given is not to be any more. It stays to be read. @throws Refusal `stale`, `not-found` */
export const withdrawLetter = requires('family:record')
  .input(z.strictObject(LetterPlace))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId } = input
    const change = { areaId, procedure: 'letter.withdraw', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const { letter } = await letterToChange(tx, parts, person, input)
      if (letter.state !== 'draft' && letter.state !== 'final') throw new Refusal('stale')
      await withdrawKept(tx, input, { by: person.personId, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.withdraw',
        object: { kind: 'case', id: caseId },
      })
      return null
    })
  })
