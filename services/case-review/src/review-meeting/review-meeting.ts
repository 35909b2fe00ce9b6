import {
  CaseId,
  Instant,
  OrganisationId,
  PersonId,
  PlainDate,
  PlainTime,
  ResponseMeetingId,
  ReviewMeetingId,
  ReviewMeetingKind,
  ReviewMeetingRole,
  text,
} from '@cdop/domain'
import { z } from 'zod'

/** When a meeting is to be. */
export const MeetingTimes = z.strictObject({ plannedOn: PlainDate, startsAt: PlainTime, endsAt: PlainTime })

/** Where a meeting is, and which organisation chairs it. Both stand in the invitation. */
export const MeetingPlace = z.strictObject({ place: text(300), chairedBy: text(200) })
export type MeetingPlace = z.infer<typeof MeetingPlace>

/** Somebody who was there. */
const MeetingAttendee = z.strictObject({
  role: ReviewMeetingRole,
  name: text(200),
  organisation: text(200),
})

/** Who was there, and what was noted. */
export const MeetingNotes = z.strictObject({
  attendees: z.array(MeetingAttendee).min(1).max(60),
  notes: text(20_000).nullable(),
})
export type MeetingNotes = z.infer<typeof MeetingNotes>

/** A review meeting as it lies in the table, without what is sealed. */
export const ReviewMeetingRow = z.object({
  reviewMeetingId: ReviewMeetingId,
  caseId: CaseId,
  kind: ReviewMeetingKind,
  plannedOn: PlainDate,
  startsAt: PlainTime,
  endsAt: PlainTime,
  /** What its invitations count. */
  sequence: z.number().int().nonnegative(),
  version: z.number().int().positive(),
  arrangedBy: PersonId,
  arrangedAt: Instant,
  cancelledAt: Instant.nullable(),
  heldOn: PlainDate.nullable(),
  /** It was said to be the last one; null until it was held. */
  endedTheStage: z.boolean().nullable(),
  heldRecordedBy: PersonId.nullable(),
  heldRecordedAt: Instant.nullable(),
  /** When its report came. */
  reportReceivedOn: PlainDate.nullable(),
  reportRecordedBy: PersonId.nullable(),
  reportRecordedAt: Instant.nullable(),
  /** The final discussion of a joint agency response it was recorded from. */
  responseMeetingId: ResponseMeetingId.nullable(),
})
export type ReviewMeetingRow = z.infer<typeof ReviewMeetingRow>

/** Whom an invitation goes to: an organisation of the area, or a mailbox somebody wrote down. */
export const Invited = z.strictObject({
  email: z.email().max(254),
  organisationId: OrganisationId.nullable(),
})
export type Invited = z.infer<typeof Invited>

export const Invitation = Invited.extend({
  invitation: z.number().int().positive(),
  /** The sequence of the newest mail that has left. */
  mailedSequence: z.number().int().nullable(),
})
export type Invitation = z.infer<typeof Invitation>

/** The notes of a meeting as somebody recorded them; the newest count. */
export const NotesEntry = MeetingNotes.extend({
  entry: z.number().int().positive(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type NotesEntry = z.infer<typeof NotesEntry>

/** The meeting that ended the stage; null while there is none. Held on the same day, the later record counts. */
export function lastMeeting(meetings: readonly ReviewMeetingRow[]): ReviewMeetingRow | null {
  const ending = meetings.filter(({ endedTheStage }) => endedTheStage === true)
  const order = ({ heldOn, heldRecordedAt }: ReviewMeetingRow) => `${heldOn} ${heldRecordedAt}`
  return ending.toSorted((left, right) => (order(left) < order(right) ? 1 : -1))[0] ?? null
}
