import { randomUUID } from 'node:crypto'
import {
  AreaId,
  Refusal,
  ResponseId,
  ResponseMeetingId,
  ResponseMeetingKind,
  ResponseNotHeldReason,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { SeenMeeting } from './arrange-meeting.ts'
import { addNotes, findMeeting, openMeeting, saveMeeting } from './meeting-store.ts'
import { ledRecord, WithheldCases } from './record-access.ts'
import { responseCipher } from './response-cipher.ts'
import { MeetingHours, type ResponseMeeting, ResponseNotes } from './response-record.ts'

const Outcome = z.strictObject({ responseMeetingId: ResponseMeetingId })

const Recorded = z.strictObject({
  areaId: AreaId,
  responseId: ResponseId,
  withheld: WithheldCases,
  key: AttemptKey,
  kind: ResponseMeetingKind,
  /** What was arranged and is over now; null where nothing was: much of a response happens within the hour. */
  arranged: SeenMeeting.nullable(),
})

/** @throws Refusal `meeting-over`, `not-found` for one of another kind */
function requireArranged({ state, kind }: ResponseMeeting, asked: ResponseMeetingKind): void {
  if (state !== 'arranged') throw new Refusal('meeting-over')
  if (kind !== asked) throw new Refusal('not-found')
}

/**
 * Records that a meeting was held or a visit made: from when to when, who was there by role and agency, and the notes.
 * @throws Refusal `date-in-future`, `dates-out-of-order`, `meeting-over`, `stale`, and as `ledRecord`
 */
export const recordResponseMeetingHeld = requires('response:write')
  .input(Recorded.extend({ ...MeetingHours.shape, ...ResponseNotes.shape }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, kind, arranged, startsAt, endsAt, attendees, notes } = input
    const person = requirePerson(actor)
    if (endsAt <= startsAt) throw new Refusal('dates-out-of-order', ['endsAt'])
    return changeOnce(
      ctx,
      { procedure: 'response.record-held', areaId, input, outcome: Outcome },
      async (tx) => {
        const now = parts.clock.now()
        if (endsAt > now) throw new Refusal('date-in-future', ['endsAt'])
        const { responseIds } = await ledRecord(tx, person, input)
        const found =
          arranged === null
            ? null
            : await openMeeting(
                tx,
                parts.keys,
                areaId,
                await findMeeting(tx, { areaId, responseIds }, arranged),
              )
        if (found !== null) requireArranged(found, kind)
        const responseMeetingId = found?.responseMeetingId ?? ResponseMeetingId.parse(randomUUID())
        const of = { areaId, responseMeetingId, responseId: found?.responseId ?? responseId }
        const cipher = await responseCipher(tx, parts.keys, areaId, of.responseId)
        const recorded = { recordedBy: person.personId, recordedAt: now }
        await saveMeeting(tx, cipher, areaId, {
          ...of,
          kind,
          state: 'held',
          startsAt,
          endsAt,
          place: found?.place ?? null,
          notHeldReason: null,
          notHeldNote: null,
          ...recorded,
        })
        await addNotes(tx, cipher, of, { entry: 1, attendees, notes, ...recorded })
        await parts.audit.record(tx, actor, areaId, {
          action: 'response.record-held',
          object: { kind: 'response', id: responseId },
        })
        return { responseMeetingId }
      },
    )
  })

/**
 * Records that a meeting was not held or a visit not made, and why.
 * @throws Refusal `invalid-answers` for another reason that is not said, `meeting-over`, `stale`, and as `ledRecord`
 */
export const recordResponseMeetingNotHeld = requires('response:write')
  .input(Recorded.extend({ reason: ResponseNotHeldReason, note: text(2_000).nullable() }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, kind, arranged, reason, note } = input
    const person = requirePerson(actor)
    if (reason === 'other' && note === null) throw new Refusal('invalid-answers', ['note'])
    const change = { procedure: 'response.record-not-held', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      const { responseIds } = await ledRecord(tx, person, input)
      const found =
        arranged === null
          ? null
          : await openMeeting(
              tx,
              parts.keys,
              areaId,
              await findMeeting(tx, { areaId, responseIds }, arranged),
            )
      if (found !== null) requireArranged(found, kind)
      const responseMeetingId = found?.responseMeetingId ?? ResponseMeetingId.parse(randomUUID())
      const ofResponse = found?.responseId ?? responseId
      const cipher = await responseCipher(tx, parts.keys, areaId, ofResponse)
      await saveMeeting(tx, cipher, areaId, {
        responseMeetingId,
        responseId: ofResponse,
        kind,
        state: 'not-held',
        startsAt: found?.startsAt ?? null,
        endsAt: found?.endsAt ?? null,
        place: found?.place ?? null,
        notHeldReason: reason,
        notHeldNote: note,
        recordedBy: person.personId,
        recordedAt: parts.clock.now(),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.record-not-held',
        object: { kind: 'response', id: responseId },
      })
      return { responseMeetingId }
    })
  })
