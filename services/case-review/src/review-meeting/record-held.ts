import { AreaId, CaseId, PlainDate, Refusal, ReviewMeetingId, stepsOfHeldMeeting } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { markHeld } from './meeting-store.ts'
import { addNotes } from './notes-store.ts'
import { MeetingNotes } from './review-meeting.ts'
import { requirePlanned, seeMeeting } from './seen-meeting.ts'

/**
 * Records that a review meeting was held, who was there and what was noted. The last one ends the stage: the clock of the
 * meeting stops and that of its report begins.
 * @throws Refusal `date-in-future`, `dates-out-of-order`, `meeting-over`, `stale`, `not-allowed-in-this-state`
 */
export const recordHeldMeeting = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      reviewMeetingId: ReviewMeetingId,
      version: z.number().int().positive(),
      heldOn: PlainDate,
      /** No further review meeting is expected. */
      last: z.boolean(),
      ...MeetingNotes.shape,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reviewMeetingId, heldOn, last, attendees, notes } = input
    const of = { areaId, reviewMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.record-held', input, outcome: z.null() },
      async (tx) => {
        const { seen, meeting } = await seeMeeting(tx, person, input)
        requireNotOffered(seen.found, parts.clock.now())
        requirePlanned(meeting)
        if (heldOn > parts.clock.today()) throw new Refusal('date-in-future', ['heldOn'])
        if (heldOn < seen.found.diedOn) throw new Refusal('dates-out-of-order', ['heldOn'])
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const by = { by: recorded.recordedBy, at: recorded.recordedAt }
        await markHeld(tx, of, { heldOn, last, ...by })
        const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
        await addNotes(tx, cipher, of, { entry: 1, attendees, notes, ...recorded })
        let { found } = seen
        for (const next of stepsOfHeldMeeting(found.state, last)) {
          found = await stepCase(tx, areaId, found, next)
        }
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.record-held',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'review-meeting.held.v1',
          subject: caseId,
          payload: { caseId, reviewMeetingId, kind: meeting.kind, heldOn, last },
        })
        return null
      },
    )
  })
