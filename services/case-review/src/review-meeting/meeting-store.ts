import type { Db } from '@cdop/database'
import type {
  AreaId,
  CaseId,
  Instant,
  PersonId,
  PlainDate,
  ResponseMeetingId,
  ReviewMeetingId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { MeetingPlace, ReviewMeetingRow } from './review-meeting.ts'

/** A meeting of an area. */
export type MeetingOf = { areaId: AreaId; reviewMeetingId: ReviewMeetingId }

const columns = (tx: Db) => tx`
  review_meeting_id, case_id, kind, planned_on, starts_at, ends_at, sequence, version, arranged_by, arranged_at,
  cancelled_at, held_on, ended_the_stage, held_recorded_by, held_recorded_at, report_received_on,
  report_recorded_by, report_recorded_at, response_meeting_id
`

/** The review meetings of some cases of one child, by the day they were planned for. */
export async function meetingsOfCases(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<ReviewMeetingRow[]> {
  const rows = await tx`
    select ${columns(tx)} from case_review.review_meetings
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by planned_on, starts_at, review_meeting_id
  `
  return rows.map((row) => ReviewMeetingRow.parse(row))
}

/** The meeting, or null where the transaction sees none. */
export async function findReviewMeeting(
  tx: Db,
  { areaId, reviewMeetingId }: MeetingOf,
): Promise<ReviewMeetingRow | null> {
  const [row] = await tx`
    select ${columns(tx)} from case_review.review_meetings
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
  return row === undefined ? null : ReviewMeetingRow.parse(row)
}

/** Whether a review meeting was recorded from this discussion of a response. */
export async function isRecordedFrom(
  tx: Db,
  areaId: AreaId,
  responseMeetingId: ResponseMeetingId,
): Promise<boolean> {
  const rows = await tx`
    select 1 from case_review.review_meetings
    where area_id = ${areaId} and response_meeting_id = ${responseMeetingId}
  `
  return rows.length > 0
}

/** Bound to its meeting: it opens as no other's. */
const tableOf = (reviewMeetingId: ReviewMeetingId) => `review_meetings/${reviewMeetingId}`

/** Where a meeting is and who chairs it, opened. @throws Error when there is no such meeting */
export async function placeOf(tx: Db, cipher: SubjectCipher, meeting: MeetingOf): Promise<MeetingPlace> {
  const { areaId, reviewMeetingId } = meeting
  const [row] = await tx<{ place: Buffer }[]>`
    select place from case_review.review_meetings
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
  if (row === undefined) throw new Error('there is no such meeting')
  return MeetingPlace.parse(cipher.openJson(tableOf(reviewMeetingId), 'place', row.place))
}

type Planned = Pick<ReviewMeetingRow, 'plannedOn' | 'startsAt' | 'endsAt'> & { where: MeetingPlace }

export async function insertReviewMeeting(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, reviewMeetingId }: MeetingOf,
  meeting: Planned &
    Pick<ReviewMeetingRow, 'caseId' | 'kind' | 'arrangedBy' | 'arrangedAt'> &
    Partial<Pick<ReviewMeetingRow, 'responseMeetingId'>>,
): Promise<void> {
  const { caseId, kind, plannedOn, startsAt, endsAt, where, arrangedBy, arrangedAt } = meeting
  const responseMeetingId = meeting.responseMeetingId ?? null
  await tx`
    insert into case_review.review_meetings (area_id, review_meeting_id, case_id, kind, planned_on, starts_at, ends_at,
      place, arranged_by, arranged_at, response_meeting_id)
    values (${areaId}, ${reviewMeetingId}, ${caseId}, ${kind}, ${plannedOn}, ${startsAt}, ${endsAt},
      ${cipher.sealJson(tableOf(reviewMeetingId), 'place', where)}, ${arrangedBy}, ${arrangedAt},
      ${responseMeetingId})
  `
}

/** It is at another time or place: its invitations count one more. */
export async function replan(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, reviewMeetingId }: MeetingOf,
  { plannedOn, startsAt, endsAt, where }: Planned,
): Promise<void> {
  await tx`
    update case_review.review_meetings
    set planned_on = ${plannedOn}, starts_at = ${startsAt}, ends_at = ${endsAt},
      place = ${cipher.sealJson(tableOf(reviewMeetingId), 'place', where)}, sequence = sequence + 1,
      version = version + 1
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
}

/** It will not be held. */
export async function markCancelled(
  tx: Db,
  { areaId, reviewMeetingId }: MeetingOf,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.review_meetings
    set cancelled_at = ${at}, sequence = sequence + 1, version = version + 1
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
}

export type HeldMeeting = {
  heldOn: PlainDate
  last: boolean
  by: PersonId
  at: Instant
}

export async function markHeld(
  tx: Db,
  { areaId, reviewMeetingId }: MeetingOf,
  { heldOn, last, by, at }: HeldMeeting,
): Promise<void> {
  await tx`
    update case_review.review_meetings
    set held_on = ${heldOn}, ended_the_stage = ${last}, held_recorded_by = ${by},
      held_recorded_at = ${at}, version = version + 1
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
}

/** @returns false where the day its report came stands already */
export async function markReported(
  tx: Db,
  { areaId, reviewMeetingId }: MeetingOf,
  { receivedOn, by, at }: { receivedOn: PlainDate; by: PersonId; at: Instant },
): Promise<boolean> {
  const marked = await tx`
    update case_review.review_meetings
    set report_received_on = ${receivedOn}, report_recorded_by = ${by}, report_recorded_at = ${at},
      version = version + 1
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId} and report_received_on is null
    returning version
  `
  return marked.length === 1
}

/** Counts a change of what was noted. */
export async function countVersion(tx: Db, { areaId, reviewMeetingId }: MeetingOf): Promise<void> {
  await tx`
    update case_review.review_meetings set version = version + 1
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
}
