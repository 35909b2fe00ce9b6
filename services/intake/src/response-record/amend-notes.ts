import { AreaId, Refusal, ResponseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { SeenMeeting } from './arrange-meeting.ts'
import { addNotes, countVersion, findMeeting, newestNotes } from './meeting-store.ts'
import { ledRecord, WithheldCases } from './record-access.ts'
import { responseCipher } from './response-cipher.ts'
import { ResponseNotes } from './response-record.ts'

/**
 * Writes down anew who was there and what was noted. What was written before is kept.
 * @throws Refusal `meeting-over` before it was held, `stale`, and as `ledRecord`
 */
export const amendResponseNotes = requires('response:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldCases,
      key: AttemptKey,
      ...SeenMeeting.shape,
      ...ResponseNotes.shape,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, responseMeetingId, attendees, notes } = input
    const person = requirePerson(actor)
    const change = { procedure: 'response.amend-notes', areaId, input, outcome: z.null() }
    await changeOnce(ctx, change, async (tx) => {
      const { responseIds } = await ledRecord(tx, person, input)
      const meeting = await findMeeting(tx, { areaId, responseIds }, input)
      const of = { areaId, responseMeetingId, responseId: meeting.responseId }
      const cipher = await responseCipher(tx, parts.keys, areaId, meeting.responseId)
      const newest = await newestNotes(tx, cipher, of)
      if (newest === null) throw new Refusal('response-not-held')
      const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
      await addNotes(tx, cipher, of, { entry: newest.entry + 1, attendees, notes, ...recorded })
      await countVersion(tx, of)
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.amend-notes',
        object: { kind: 'response', id: responseId },
      })
      return null
    })
  })
