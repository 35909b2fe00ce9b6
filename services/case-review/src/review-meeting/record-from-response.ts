import { randomUUID } from 'node:crypto'
import {
  AreaId,
  actorKey,
  CaseId,
  londonDate,
  londonTime,
  PlainTime,
  Refusal,
  ResponseMeetingId,
  ReviewMeetingId,
  stepsOfHeldMeeting,
} from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { issuePass } from '@cdop/rpc'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { insertReviewMeeting, isRecordedFrom, markHeld } from './meeting-store.ts'
import { addNotes } from './notes-store.ts'
import { seeMeetingCase } from './seen-meeting.ts'

const outcome = z.strictObject({ reviewMeetingId: ReviewMeetingId })

/** Stands where the response did not say it. */
const NOT_SAID = 'Not recorded'

/**
 * Records the final discussion of a joint agency response as a child death review meeting of the case, once: when it was
 * held, who was there and what was noted come from the response, in whose record they stay (domain reference 1.3, step 5).
 * @throws Refusal `stale` when it was recorded already, `dates-out-of-order`, `transfer-open`, `not-found`,
 * `not-allowed-in-this-state`, `response-not-held`
 */
export const recordMeetingFromResponse = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      responseMeetingId: ResponseMeetingId,
      /** No further review meeting is expected. */
      last: z.boolean(),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, responseMeetingId, last } = input
    if (assertion === null) throw new Refusal('forbidden')
    await parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'identity')
    })
    const pass = await issuePass(parts.keyring, {
      holder: actorKey(actor),
      caseIds: [caseId],
      fieldClasses: ['identity'],
      requestId: actor.requestId,
    })
    const intake = parts.call<IntakeRouter>('intake', { kind: 'assertion', assertion })
    const asked = { areaId, caseId, responseMeetingId, pass }
    const discussed = await intake.responseRecord.finalDiscussion.query(asked)
    const { startsAt, endsAt, notes, place, ownCaseId } = discussed
    if (startsAt === null || endsAt === null || notes === null) throw new Refusal('response-not-held')
    const heldOn = londonDate(startsAt)
    const times = {
      startsAt: PlainTime.parse(londonTime(startsAt)),
      endsAt: PlainTime.parse(londonTime(endsAt)),
    }
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.record-from-response', input, outcome },
      async (tx) => {
        const { found } = await seeMeetingCase(tx, person, areaId, caseId)
        requireNotOffered(found, parts.clock.now())
        if (await isRecordedFrom(tx, areaId, responseMeetingId)) throw new Refusal('stale')
        if (heldOn < found.diedOn || times.endsAt <= times.startsAt) throw new Refusal('dates-out-of-order')
        const reviewMeetingId = ReviewMeetingId.parse(randomUUID())
        const of = { areaId, reviewMeetingId }
        // It stays with the record whose response it is, also when a merge is undone.
        const own = found.caseIds.find((one) => one === ownCaseId) ?? caseId
        const cipher = await caseCipher(tx, parts.keys, areaId, own)
        const by = { by: person.personId, at: parts.clock.now() }
        const chair = notes.attendees.find(({ role }) => role === 'chair')
        const kind = 'joint-agency-final-discussion' as const
        await insertReviewMeeting(tx, cipher, of, {
          caseId: own,
          kind,
          plannedOn: heldOn,
          ...times,
          where: { place: place ?? NOT_SAID, chairedBy: chair?.organisation ?? NOT_SAID },
          arrangedBy: by.by,
          arrangedAt: by.at,
          responseMeetingId,
        })
        await markHeld(tx, of, { heldOn, last, ...by })
        const recorded = { recordedBy: by.by, recordedAt: by.at }
        const { attendees, notes: noted } = notes
        await addNotes(tx, cipher, of, { entry: 1, attendees, notes: noted, ...recorded })
        let at = found
        for (const next of stepsOfHeldMeeting(found.state, last)) at = await stepCase(tx, areaId, at, next)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.record-from-response',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'review-meeting.held.v1',
          subject: caseId,
          payload: { caseId, reviewMeetingId, kind, heldOn, last },
        })
        return { reviewMeetingId }
      },
    )
  })
