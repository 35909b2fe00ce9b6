import { AreaId, CaseId, Refusal, ReviewMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { countVersion } from './meeting-store.ts'
import { addNotes, notesOf } from './notes-store.ts'
import { MeetingNotes } from './review-meeting.ts'
import { seeMeeting } from './seen-meeting.ts'

/**
 * Writes down anew who was at a held meeting and what was noted. What was written before is kept.
 * @throws Refusal `stale`, `not-found`, `not-allowed-in-this-state` before it was held
 */
export const amendMeetingNotes = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      reviewMeetingId: ReviewMeetingId,
      version: z.number().int().positive(),
      ...MeetingNotes.shape,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reviewMeetingId, attendees, notes } = input
    const of = { areaId, reviewMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.amend-notes', input, outcome: z.null() },
      async (tx) => {
        const { meeting } = await seeMeeting(tx, person, input)
        const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
        const newest = await notesOf(tx, cipher, of)
        if (newest === null) throw new Refusal('not-allowed-in-this-state')
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        await addNotes(tx, cipher, of, { entry: newest.entry + 1, attendees, notes, ...recorded })
        await countVersion(tx, of)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.amend-notes',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
