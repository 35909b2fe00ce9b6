import { type CaseReference, type Instant, londonInstant, type PlainDate, type PlainTime } from '@cdop/domain'

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

const escaped = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')

const stamp = (at: Instant) => at.replaceAll(/[-:]|\.\d+/g, '')

/** Bytes a line may have; what is longer goes on behind a space (RFC 5545, 3.1). */
const LONGEST_LINE = 75

function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (Buffer.byteLength(current + character) > LONGEST_LINE) {
      lines.push(current)
      current = ' '
    }
    current += character
  }
  return [...lines, current].join('\r\n')
}

/** The calendar file (RFC 5545) of a review meeting: to be put into a calendar, replaced or taken out of it. */
export function calendarFile(meeting: InvitedMeeting): string {
  const { reference, areaName, plannedOn, startsAt, endsAt, place, sequence, cancelled, at } = meeting
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Child death review//Review meetings//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${meeting.reviewMeetingId}@child-death-review`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(londonInstant(plannedOn, startsAt))}`,
    `DTEND:${stamp(londonInstant(plannedOn, endsAt))}`,
    `SUMMARY:${escaped(`Child death review meeting: case ${reference}`)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(`Child Death Overview Panel for ${areaName}. Do not add the child’s name to this entry.`)}`,
    'CLASS:PRIVATE',
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}
