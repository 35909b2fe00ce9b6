import { caseReference, Instant, PlainDate, PlainTime } from '@cdop/domain'
import { expect, test } from 'vitest'
import { calendarFile, type InvitedMeeting } from './calendar-file.ts'

const reference = caseReference('LDS', 2026, Uint8Array.of(1, 2, 3, 4, 5, 6))
const meeting: InvitedMeeting = {
  reviewMeetingId: '0198a5f0-0000-4000-8000-000000000001',
  reference,
  areaName: 'Leeds',
  plannedOn: PlainDate.parse('2026-03-20'),
  startsAt: PlainTime.parse('14:00'),
  endsAt: PlainTime.parse('15:30'),
  place: 'Seminar room 3; Example Hospital, Leeds',
  sequence: 2,
  cancelled: false,
  at: Instant.parse('2026-03-02T10:00:00.000Z'),
}
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

test('an invitation names the case by its reference, says when and where, and replaces the one before it', () => {
  const lines = unfolded(calendarFile(meeting))
  expect(lines).toContain(`SUMMARY:Child death review meeting: case ${reference}`)
  expect(lines).toContain('DTSTART:20260320T140000Z')
  expect(lines).toContain('DTEND:20260320T153000Z')
  expect(lines).toContain('LOCATION:Seminar room 3\\; Example Hospital\\, Leeds')
  expect(lines).toContain('SEQUENCE:2')
  expect(lines).toContain('CLASS:PRIVATE')
  expect(lines).toContain('STATUS:CONFIRMED')
})

test('in summer time a meeting is an hour earlier by the clock of the world', () => {
  const summer = { ...meeting, plannedOn: PlainDate.parse('2026-04-01') }
  expect(unfolded(calendarFile(summer))).toContain('DTSTART:20260401T130000Z')
})

test('a meeting that was called off is taken out of the calendar', () => {
  const lines = unfolded(calendarFile({ ...meeting, cancelled: true }))
  expect(lines).toContain('METHOD:CANCEL')
  expect(lines).toContain('STATUS:CANCELLED')
})

test.each([
  'x'.repeat(300),
  'Ü'.repeat(150),
  '👩‍👩‍👧‍👦'.repeat(40),
  'first\r\nATTENDEE:mailto:somebody@example.org',
  'first\nsecond\rthird',
  '\\n;,\\',
  `${'a'.repeat(63)}\n${'b'.repeat(80)}`,
])('whatever is typed as the place, no line is longer than 75 bytes and none is added: %j', (place) => {
  const file = calendarFile({ ...meeting, place })
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(unfolded(file)).toHaveLength(unfolded(calendarFile(meeting)).length)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
