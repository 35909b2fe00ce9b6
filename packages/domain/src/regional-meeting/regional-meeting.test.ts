import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AreaId } from '../id/id.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { mayAnswer, maySend, RegionalAnswer, seatUntil } from './regional-meeting.ts'

const host = AreaId.parse('0190a000-0000-7000-8000-000000000001')
const asked = AreaId.parse('0190a000-0000-7000-8000-000000000002')

describe('a regional meeting', () => {
  test('is answered by the areas that were asked, until it is called off, and never twice the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RegionalAnswer.options),
        fc.constantFrom('accepted' as const, 'declined' as const),
        fc.boolean(),
        (from, to, cancelled) => {
          const regional = { hostAreaId: host, cancelled }
          expect(mayAnswer(regional, host, { from, to })).toBe(false)
          expect(mayAnswer(regional, asked, { from, to })).toBe(!cancelled && from !== to)
        },
      ),
    )
  })

  test('is chaired in every area by a chair of the one that arranges it, and by no other guest', () => {
    expect(maySend(host, host, 'chair')).toBe(true)
    expect(maySend(host, asked, 'chair')).toBe(false)
    expect(maySend(host, asked, 'member')).toBe(true)
  })

  test('gives seats that end fourteen days after it, across the end of a year too', () => {
    expect(seatUntil(PlainDate.parse('2026-12-20'))).toBe('2027-01-03')
  })
})
