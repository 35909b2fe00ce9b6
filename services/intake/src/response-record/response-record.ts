import {
  Instant,
  PersonId,
  PlainDate,
  ResponseActionId,
  ResponseId,
  ResponseMeetingId,
  ResponseMeetingKind,
  ResponseMeetingState,
  ResponseNotHeldReason,
  ReviewMeetingRole,
  text,
} from '@cdop/domain'
import { z } from 'zod'

/** From when to when; a meeting does not begin and end at the same moment. */
export const MeetingHours = z.strictObject({ startsAt: Instant, endsAt: Instant })

/** Where a meeting or visit is. Of a meeting it stands in the calendar file; of a visit it does not. */
export const Place = text(300)

/** Who was at a meeting or went on a visit, by role and agency, and what was noted. */
export const ResponseNotes = z.strictObject({
  attendees: z
    .array(z.strictObject({ role: ReviewMeetingRole, name: text(200), organisation: text(200) }))
    .min(1)
    .max(60),
  notes: text(20_000).nullable(),
})
export type ResponseNotes = z.infer<typeof ResponseNotes>

/** A meeting or visit as it lies in the table, without what is sealed. */
export const ResponseMeetingRow = z.strictObject({
  responseMeetingId: ResponseMeetingId,
  responseId: ResponseId,
  kind: ResponseMeetingKind,
  state: ResponseMeetingState,
  version: z.int().positive(),
  /** What its calendar files count. */
  sequence: z.int().nonnegative(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  notHeldReason: ResponseNotHeldReason.nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type ResponseMeetingRow = z.infer<typeof ResponseMeetingRow>

/** The notes of a meeting as somebody wrote them; the newest count, those before are kept. */
export const ResponseNotesEntry = ResponseNotes.extend({
  entry: z.int().positive(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type ResponseNotesEntry = z.infer<typeof ResponseNotesEntry>

/** A meeting or visit with everything written about it. */
export const ResponseMeeting = ResponseMeetingRow.extend({
  place: z.string().nullable(),
  notHeldNote: z.string().nullable(),
  notes: ResponseNotesEntry.nullable(),
})
export type ResponseMeeting = z.infer<typeof ResponseMeeting>

/** What somebody is to do, and who. */
export const ActionWords = z.strictObject({ what: text(1_000), owner: text(200) })
export type ActionWords = z.infer<typeof ActionWords>

export const ResponseAction = ActionWords.extend({
  responseActionId: ResponseActionId,
  responseId: ResponseId,
  dueOn: PlainDate,
  addedBy: PersonId,
  addedAt: Instant,
  doneOn: PlainDate.nullable(),
})
export type ResponseAction = z.infer<typeof ResponseAction>

/** Whether the designated doctor found the record of a response adequate, and what was lacking. */
export const ResponseCheck = z.strictObject({
  number: z.int().positive(),
  adequate: z.boolean(),
  lacking: z.string().nullable(),
  checkedBy: PersonId,
  checkedAt: Instant,
})
export type ResponseCheck = z.infer<typeof ResponseCheck>
