import { type CaseReference, type Instant, londonInstant, type PlainDate, type PlainTime } from '@cdop/domain'
import { calendarFile as fileOf } from '@cdop/mail'

/** What an invitation says of a meeting: which case by its reference, when and where. Nothing of the child. */
export type InvitedMeeting = {
  reviewMeetingId: string
  reference: CaseReference
  areaName: string
  plannedOn: PlainDate
  startsAt: PlainTime
  endsAt: PlainTime
  place: string
  /** A calendar takes the higher one for the newer. */
  sequence: number
  cancelled: boolean
  /** When this was written. */
  at: Instant
}

/** The calendar file of a review meeting: to be put into a calendar, replaced or taken out of it. */
export function calendarFile(meeting: InvitedMeeting): string {
  const { reviewMeetingId, reference, areaName, plannedOn, startsAt, endsAt, ...rest } = meeting
  const { place, sequence, cancelled, at } = rest
  return fileOf({
    uid: reviewMeetingId,
    product: 'Review meetings',
    summary: `Child death review meeting: case ${reference}`,
    description: `Child Death Overview Panel for ${areaName}. Do not add the child’s name to this entry.`,
    startsAt: londonInstant(plannedOn, startsAt),
    endsAt: londonInstant(plannedOn, endsAt),
    place,
    sequence,
    cancelled,
    at,
  })
}
