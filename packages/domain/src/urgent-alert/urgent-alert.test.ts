import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { isWorkingDay } from '../clock/working-day.ts'
import { Instant, londonDate, londonTime } from '../plain-date/plain-date.ts'
import { acknowledgeBy, sidesWaiting } from './urgent-alert.ts'

const at = (instant: string) => Instant.parse(instant)

describe('an urgent alert is to be acknowledged', () => {
  test.each([
    ['on a Monday morning', '2026-03-02T10:00:00.000Z', '2026-03-03T17:00:00.000Z'],
    ['on a Friday night', '2026-03-06T22:30:00.000Z', '2026-03-09T17:00:00.000Z'],
    ['on the Thursday before Easter', '2026-04-02T08:00:00.000Z', '2026-04-07T16:00:00.000Z'],
  ])('by 17:00 in England on the next working day, when it was raised %s', (_, raised, due) => {
    expect(acknowledgeBy(at(raised))).toBe(due)
  })

  test('always later than it was raised, on a working day, at 17:00 in England', () => {
    const instants = fc.date({
      min: new Date('2025-01-01'),
      max: new Date('2026-11-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (raised) => {
        const due = acknowledgeBy(at(raised.toISOString()))
        expect(due > raised.toISOString()).toBe(true)
        expect(isWorkingDay(londonDate(due), bankHolidays)).toBe(true)
        expect(londonTime(due)).toBe('17:00')
      }),
    )
  })

  test('by the designated doctor and by public health, each for itself', () => {
    expect(sidesWaiting([])).toEqual(['designated-doctor', 'public-health'])
    expect(sidesWaiting(['public-health', 'public-health'])).toEqual(['designated-doctor'])
    expect(sidesWaiting(['public-health', 'designated-doctor'])).toEqual([])
  })
})
