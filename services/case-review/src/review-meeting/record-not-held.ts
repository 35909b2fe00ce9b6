import { AreaId, CaseId, NoReviewMeetingReason, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { meetingsOfCases } from './meeting-store.ts'
import { MeetingNote, saveMeetingNotHeld } from './review-meeting-store.ts'

/**
 * Records that no child death review meeting was held and why. Any other reason than the listed ones needs a note.
 * @throws Refusal `review-meeting-was-held`, `not-allowed-in-this-state`, `date-in-future`, `dates-out-of-order`, `invalid-answers`
 */
export const recordNotHeld = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      reason: NoReviewMeetingReason,
      note: MeetingNote.exactOptional(),
      decidedOn: PlainDate,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reason, note = null, decidedOn } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.record-not-held', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        requireNotOffered(seen.found, parts.clock.now())
        if (reason === 'other' && note === null) throw new Refusal('invalid-answers', ['note'])
        if (decidedOn > parts.clock.today()) throw new Refusal('date-in-future', ['decidedOn'])
        if (decidedOn < seen.found.diedOn) throw new Refusal('dates-out-of-order', ['decidedOn'])
        const meetings = await meetingsOfCases(tx, areaId, seen.found.caseIds)
        if (meetings.some(({ heldOn }) => heldOn !== null)) throw new Refusal('review-meeting-was-held')
        await stepCase(tx, areaId, seen.found, 'review-meeting-not-held')
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        await saveMeetingNotHeld(
          tx,
          cipher,
          { areaId, caseId },
          { reason, note, decidedOn, recordedBy: person.personId, recordedAt: parts.clock.now() },
        )
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.record-not-held',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'review-meeting.not-held.v1',
          subject: caseId,
          payload: { caseId, reason },
        })
        return null
      },
    )
  })
