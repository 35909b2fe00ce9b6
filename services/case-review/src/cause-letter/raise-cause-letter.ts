import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CAUSE_WORDS,
  CaseId,
  CauseLetterId,
  CauseRecipient,
  draftCauseLetter,
  Refusal,
  requireArea,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requireStanding } from '../proceeding/going-on.ts'
import { requires } from '../rpc.ts'
import { addCauseLetter, CauseLetterLine, causeLettersOf } from './cause-letter-store.ts'

const Raised = z.strictObject({ causeLetterId: CauseLetterId })

/**
 * The panel finds the registered cause wrong: recorded on the case by its chair, and a letter drafted to whoever can have it
 * looked at again. Nothing is sent by it, and no registered cause is altered.
 * @throws Refusal `cause-letter-open` where one to the same is drafted or sent, `not-allowed-in-this-state`, `not-found`
 */
export const raiseCauseLetter = requires('analysis:agree')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      recipient: CauseRecipient,
      /** The cause as the panel understands it. */
      believes: text(CAUSE_WORDS),
      reasons: text(CAUSE_WORDS),
    }),
  )
  .output(Raised)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, recipient, believes, reasons } = input
    const change = { areaId, procedure: 'cause-letter.raise', input, outcome: Raised }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const today = parts.clock.today()
      const seen = await seeCase(tx, person, areaId, caseId, { lock: true, today })
      requireClass(seen, 'analysis')
      requireStanding(seen.found.state)
      const { reference } = seen.found
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const causeLetterId = CauseLetterId.parse(randomUUID())
      const drafted = draftCauseLetter({ recipient, reference, believes, reasons })
      const by = { areaId, causeLetterId, by: person.personId, at: parts.clock.now() }
      const added = await addCauseLetter(tx, cipher, by, { caseId, recipient, text: drafted, on: today })
      if (!added) throw new Refusal('cause-letter-open')
      await parts.audit.record(tx, actor, areaId, {
        action: 'cause-letter.raise',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return { causeLetterId }
    })
  })

/** How far the letters the panel asked for are: none of their words. */
export const raisedCauseLetters = requires('analysis:agree')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ letters: z.array(CauseLetterLine) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'analysis')
      await parts.audit.record(tx, actor, areaId, {
        action: 'cause-letter.list',
        object: { kind: 'case', id: caseId },
      })
      return { letters: await causeLettersOf(tx, areaId, seen.found.caseIds) }
    })
  })
