/** A moment in UTC, as `2026-03-02T10:00:00.000Z`. */
type Instant = string

/** What a calendar is told of a meeting. Nothing in it may identify a child: it leaves the system. */
export type CalendarEntry = {
  /** The same for every file about one meeting. */
  uid: string
  /** What made it, as RFC 5545 wants it said: `Review meetings`. */
  product: string
  summary: string
  description: string
  startsAt: Instant
  endsAt: Instant
  /** Null where the file does not say where. */
  place: string | null
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

/** A calendar file (RFC 5545) of one meeting: to be put into a calendar, replaced or taken out of it. */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, product, summary, description, startsAt, endsAt, place, sequence, cancelled, at } = entry
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Child death review//${product}//EN`,
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${uid}@child-death-review`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    `DESCRIPTION:${escaped(description)}`,
    'CLASS:PRIVATE',
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}
