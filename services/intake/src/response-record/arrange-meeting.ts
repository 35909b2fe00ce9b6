import { randomUUID } from 'node:crypto'
import { AreaId, Refusal, ResponseId, ResponseMeetingId, ResponseMeetingKind } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { findMeeting, saveMeeting } from './meeting-store.ts'
import { ledRecord, WithheldCases } from './record-access.ts'
import { refuseIdentifiersOf } from './refuse-identifiers.ts'
import { responseCipher } from './response-cipher.ts'
import { MeetingHours, Place } from './response-record.ts'

const Outcome = z.strictObject({ responseMeetingId: ResponseMeetingId })

/** One that is to be moved, as it was seen. */
export const SeenMeeting = z.strictObject({
  responseMeetingId: ResponseMeetingId,
  version: z.int().positive(),
})

/**
 * Arranges a meeting or visit of a response, or moves one that was arranged. What a calendar file says of the place names
 * nobody; a visit's place is in none.
 * @throws Refusal `dates-out-of-order`, `meeting-over`, `identifiers-in-summary`, `stale`, and as `ledRecord`
 */
export const arrangeResponseMeeting = requires('response:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldCases,
      key: AttemptKey,
      kind: ResponseMeetingKind,
      arranged: SeenMeeting.nullable(),
      ...MeetingHours.shape,
      place: Place,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, kind, arranged, startsAt, endsAt, place } = input
    const person = requirePerson(actor)
    if (endsAt <= startsAt) throw new Refusal('dates-out-of-order', ['endsAt'])
    return changeOnce(ctx, { procedure: 'response.arrange', areaId, input, outcome: Outcome }, async (tx) => {
      const { response, responseIds } = await ledRecord(tx, person, input)
      const found = arranged === null ? null : await findMeeting(tx, { areaId, responseIds }, arranged)
      if (found !== null && found.state !== 'arranged') throw new Refusal('meeting-over')
      if (found !== null && found.kind !== kind) throw new Refusal('not-found')
      if (kind !== 'scene-visit') {
        await refuseIdentifiersOf(tx, parts.keys, areaId, response, place)
      }
      const responseMeetingId = found?.responseMeetingId ?? ResponseMeetingId.parse(randomUUID())
      const ofResponse = found?.responseId ?? responseId
      const cipher = await responseCipher(tx, parts.keys, areaId, ofResponse)
      await saveMeeting(tx, cipher, areaId, {
        responseMeetingId,
        responseId: ofResponse,
        kind,
        state: 'arranged',
        startsAt,
        endsAt,
        place,
        notHeldReason: null,
        notHeldNote: null,
        recordedBy: person.personId,
        recordedAt: parts.clock.now(),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.arrange',
        object: { kind: 'response', id: responseId },
      })
      return { responseMeetingId }
    })
  })
