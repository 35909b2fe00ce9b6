import {
  AreaId,
  CaseId,
  CauseAnswer,
  CauseLetterId,
  LETTER_LIMIT,
  letterGaps,
  PlainDate,
  Refusal,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { seeStandingCase } from '../proceeding/going-on.ts'
import { requires } from '../rpc.ts'
import {
  type CauseLetter,
  type CauseLetterChange,
  changeCauseLetter,
  openCauseLetter,
} from './cause-letter-store.ts'

const Place = {
  areaId: AreaId,
  caseId: CaseId,
  causeLetterId: CauseLetterId,
  version: z.int().positive(),
  key: AttemptKey,
}

const Change = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('drafted'), text: text(LETTER_LIMIT) }),
  z.strictObject({ state: z.literal('withdrawn') }),
  z.strictObject({
    state: z.literal('sent'),
    /** A name or an office. */
    sentTo: text(200),
    sentOn: PlainDate,
  }),
  z.strictObject({
    state: z.literal('answered'),
    answer: CauseAnswer,
    answerWords: text(2_000),
    answeredOn: PlainDate,
  }),
])

const Changed = z.strictObject({ version: z.int().positive() })

/** Holds a change to what the letter is. @throws Refusal as `changeCauseLetterTo` */
function requireAllowed(letter: CauseLetter, change: CauseLetterChange, today: PlainDate): void {
  if (letter.state !== (change.state === 'answered' ? 'sent' : 'drafted')) throw new Refusal('stale')
  if (change.state === 'sent') {
    if (letterGaps(letter.text).length > 0) throw new Refusal('letter-has-gaps', ['text'])
    if (change.sentOn > today) throw new Refusal('date-in-future', ['sentOn'])
    if (change.sentOn < letter.raisedOn) throw new Refusal('dates-out-of-order', ['sentOn'])
  }
  if (change.state === 'answered') {
    if (change.answeredOn > today) throw new Refusal('date-in-future', ['answeredOn'])
    if (letter.sentOn !== null && change.answeredOn < letter.sentOn) {
      throw new Refusal('dates-out-of-order', ['answeredOn'])
    }
  }
}

/**
 * Writes a drafted letter anew, withdraws it, or records that it was sent, or answered: with the day, and to whom. What was
 * sent is never changed.
 * @throws Refusal `stale` when it was changed since or is past that, `letter-has-gaps`, `date-in-future`,
 * `dates-out-of-order`, `not-allowed-in-this-state`, `not-found`
 */
export const changeCauseLetterTo = requires('proceeding:record')
  .input(z.strictObject({ ...Place, change: Change }))
  .output(Changed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, causeLetterId, change } = input
    const attempt = { areaId, procedure: 'cause-letter.change', input, outcome: Changed }
    return changeOnce({ actor, parts }, attempt, async (tx) => {
      const { found } = await seeStandingCase(tx, person, areaId, caseId)
      const opened = await openCauseLetter(tx, parts.keys, areaId, found.caseIds, causeLetterId, {
        lock: true,
      })
      const { letter, cipher } = opened
      if (letter.version !== input.version) throw new Refusal('stale')
      requireAllowed(letter, change, parts.clock.today())
      const by = { areaId, causeLetterId, by: person.personId, at: parts.clock.now() }
      await changeCauseLetter(tx, cipher, by, change)
      await parts.audit.record(tx, actor, areaId, {
        action: `cause-letter.${change.state}`,
        object: { kind: 'case', id: caseId },
      })
      return { version: letter.version + 1 }
    })
  })
