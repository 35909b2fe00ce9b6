import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Instant, londonDate, PlainDate } from '../plain-date/plain-date.ts'
import { AboutDate, byMoment, daysOf, precisionOf, type TimelineMoment } from './about-date.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => PlainDate.parse(at.toISOString().slice(0, 10)))
const about = fc.oneof(
  day,
  day.map((one) => AboutDate.parse(one.slice(0, 7))),
  day.map((one) => AboutDate.parse(one.slice(0, 4))),
)
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => Instant.parse(at.toISOString()))
const moment = fc.oneof(about, instant)
const dayOf = (at: TimelineMoment): PlainDate =>
  at.includes('T') ? londonDate(Instant.parse(at)) : daysOf(AboutDate.parse(at)).from

describe('a date as well as it is known', () => {
  test.each([
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2023-02', '2023-02-01', '2023-02-28', 'month'],
    ['2023', '2023-01-01', '2023-12-31', 'year'],
    ['2023-06-04', '2023-06-04', '2023-06-04', 'day'],
  ])('%s can have been from %s to %s', (typed, from, to, precision) => {
    const when = AboutDate.parse(typed)
    expect(daysOf(when)).toEqual({ from, to })
    expect(precisionOf(when)).toBe(precision)
  })

  test.each(['2024-13', '2024-00', '24', '2023-02-29', '2024-3', '', '2024-01-01T00:00:00Z'])(
    '“%s” is none',
    (typed) => {
      expect(AboutDate.safeParse(typed).success).toBe(false)
    },
  )

  test('stands among others within the time it can have been, and never outside it', () => {
    fc.assert(
      fc.property(about, day, (vague, exact) => {
        const { from, to } = daysOf(vague)
        if (exact < from) expect(byMoment(vague, exact)).toBeGreaterThan(0)
        if (exact > to) expect(byMoment(vague, exact)).toBeLessThan(0)
      }),
      { numRuns: 500 },
    )
  })

  test('a timeline is in one order, read forwards or backwards, by the day the clocks here showed', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 12 }), (moments) => {
        const sorted = moments.toSorted(byMoment)
        for (const [at, one] of sorted.entries()) {
          for (const later of sorted.slice(at + 1)) {
            expect(byMoment(one, later)).toBeLessThanOrEqual(0)
            expect(Math.sign(byMoment(later, one))).toBe(-Math.sign(byMoment(one, later)) + 0)
            expect(dayOf(one) <= dayOf(later)).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('half past midnight in summer belongs to the new day, though its moment in UTC is of the day before', () => {
    const late = Instant.parse('2026-06-03T23:30:00.000Z')
    expect(byMoment(late, AboutDate.parse('2026-06-04'))).toBeGreaterThan(0)
    expect(byMoment(late, AboutDate.parse('2026-06-03'))).toBeGreaterThan(0)
  })
})
