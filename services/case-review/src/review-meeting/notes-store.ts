import type { Db } from '@cdop/database'
import type { SubjectCipher } from '@cdop/encryption'
import type { MeetingOf } from './meeting-store.ts'
import { MeetingNotes, NotesEntry } from './review-meeting.ts'

const tableOf = ({ reviewMeetingId }: MeetingOf, entry: number) =>
  `review_meeting_notes/${reviewMeetingId}/${entry}`

/** The newest notes of a meeting, opened; null before it was held. */
export async function notesOf(tx: Db, cipher: SubjectCipher, meeting: MeetingOf): Promise<NotesEntry | null> {
  const [row] = await tx<{ entry: number; written: Buffer }[]>`
    select entry, written, recorded_by, recorded_at from case_review.review_meeting_notes
    where area_id = ${meeting.areaId} and review_meeting_id = ${meeting.reviewMeetingId}
    order by entry desc limit 1
  `
  if (row === undefined) return null
  const { written, ...rest } = row
  const notes = MeetingNotes.parse(cipher.openJson(tableOf(meeting, row.entry), 'written', written))
  return NotesEntry.parse({ ...rest, ...notes })
}

/** Adds an entry; those before it stay. */
export async function addNotes(
  tx: Db,
  cipher: SubjectCipher,
  meeting: MeetingOf,
  { entry, attendees, notes, recordedBy, recordedAt }: NotesEntry,
): Promise<void> {
  await tx`
    insert into case_review.review_meeting_notes (area_id, review_meeting_id, entry, written, recorded_by, recorded_at)
    values (${meeting.areaId}, ${meeting.reviewMeetingId}, ${entry},
      ${cipher.sealJson(tableOf(meeting, entry), 'written', { attendees, notes })}, ${recordedBy}, ${recordedAt})
  `
}
