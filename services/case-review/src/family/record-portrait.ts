import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  FamilyChannel,
  FamilyMemberId,
  type Person,
  PlainDate,
  PortraitWish,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { writeOfFamily } from './family-case.ts'
import { findMember } from './member-store.ts'
import { addPortrait, PortraitWords, placeOfPortrait, portraitOf } from './portrait-store.ts'

const Recorded = z.strictObject({ version: z.number().int().positive() })

const Place = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  key: AttemptKey,
  /** How many versions there were, 0 before the first. */
  version: z.number().int().nonnegative(),
  toldBy: FamilyMemberId.nullable(),
  toldOn: PlainDate,
})
type Place = z.infer<typeof Place>

/** The case to write the portrait with, held, and what is known of whoever told it. */
async function toWrite(tx: Db, parts: Parts, person: Person, place: Place) {
  const { areaId, toldBy, toldOn } = place
  const { found } = await writeOfFamily(tx, parts, person, place)
  const { portrait, version } = await portraitOf(tx, parts.keys, areaId, found.caseIds)
  if (version !== place.version) throw new Refusal('stale')
  if (toldOn > parts.clock.today()) throw new Refusal('date-in-future', ['toldOn'])
  if (toldOn < found.diedOn) throw new Refusal('dates-out-of-order', ['toldOn'])
  const member = toldBy === null ? null : await findMember(tx, areaId, found.caseIds, toldBy)
  if (toldBy !== null && (member === null || member.inError)) throw new Refusal('not-found')
  return { found, portrait, member, version: version + 1 }
}

/**
 * Records who the child was in the words of the family, and whether it wishes the panel to hear them; a change is a further
 * version, made from the one it names.
 * @throws Refusal `stale`, `must-not-be-contacted` of whoever told it; `not-found` also for somebody of another family or recorded wrongly;
 * `date-in-future`, `dates-out-of-order` before the death
 */
export const recordPortrait = requires('family:record')
  .input(
    Place.extend({
      wish: PortraitWish.exclude(['withdrawn']),
      channel: FamilyChannel,
      words: PortraitWords,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, wish, toldBy, toldOn, channel, words } = input
    const change = { areaId, procedure: 'family.record-portrait', input, outcome: Recorded }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { member, version } = await toWrite(tx, parts, person, input)
      if (member !== null && member.noContact !== null) throw new Refusal('must-not-be-contacted')
      const now = { recordedBy: person.personId, recordedAt: parts.clock.now() }
      // With the case of whoever told it: what is put apart again then stands whole.
      const place = member?.caseId ?? caseId
      await addPortrait(tx, parts.keys, areaId, place, { wish, toldBy, toldOn, channel, words, ...now })
      await parts.audit.record(tx, actor, areaId, {
        action: 'family.record-portrait',
        object: { kind: 'case', id: caseId },
      })
      return { version }
    })
  })

/**
 * Records that the family wants its portrait of the child gone: from then on it is shown to nobody, in no pack either.
 * @throws Refusal `stale`, also where there is none; `not-found`, `date-in-future`, `dates-out-of-order` before the death
 */
export const withdrawPortrait = requires('family:record')
  .input(Place)
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, toldBy, toldOn } = input
    const change = { areaId, procedure: 'family.withdraw-portrait', input, outcome: Recorded }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { found, portrait, version } = await toWrite(tx, parts, person, input)
      const place = await placeOfPortrait(tx, areaId, found.caseIds)
      if (place === null || portrait === null || portrait.wish === 'withdrawn') throw new Refusal('stale')
      const now = { recordedBy: person.personId, recordedAt: parts.clock.now() }
      const gone = { wish: 'withdrawn' as const, channel: null, words: null }
      // Whoever changed their mind may stand with another record of the child.
      const sameCase = toldBy === null || (await findMember(tx, areaId, [place], toldBy)) !== null
      await addPortrait(tx, parts.keys, areaId, place, {
        ...gone,
        toldBy: sameCase ? toldBy : null,
        toldOn,
        ...now,
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'family.withdraw-portrait',
        object: { kind: 'case', id: caseId },
      })
      return { version }
    })
  })
