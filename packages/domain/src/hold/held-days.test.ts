import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, PlainDate } from '../plain-date/plain-date.ts'
import { dueWithHolds, durations, type Interval } from './held-days.ts'

const day = (date: string) => PlainDate.parse(date)
const hold = (from: string, until: string | null): Interval => ({
  from: day(from),
  until: until === null ? null : day(until),
})

describe('days on hold', () => {
  test('are those of the union: the vector of the domain reference', () => {
    const holds = [
      hold('2024-01-10', '2024-07-01'),
      hold('2024-05-01', '2024-09-01'),
      hold('2024-11-01', '2024-12-01'),
    ]
    expect(durations(day('2024-01-01'), day('2025-03-01'), holds)).toEqual({
      gross: 425,
      held: 265,
      net: 160,
    })
  })

  test('count only between death and review, and to the end while a hold goes on', () => {
    expect(durations(day('2024-02-01'), day('2024-03-01'), [hold('2023-12-01', '2024-02-11')])).toEqual({
      gross: 29,
      held: 10,
      net: 19,
    })
    expect(durations(day('2024-02-01'), day('2024-03-01'), [hold('2024-02-20', null)])).toMatchObject({
      held: 10,
    })
    expect(durations(day('2024-02-01'), day('2024-03-01'), [hold('2024-03-01', null)]).held).toBe(0)
  })

  test('cannot be counted backwards', () => {
    expect(() => durations(day('2024-03-01'), day('2024-02-01'), [])).toThrow(RangeError)
  })
})

describe('a limit with holds', () => {
  test('waits for the days on hold, and no further', () => {
    const due = (...holds: Interval[]) => dueWithHolds(day('2024-01-01'), day('2024-02-01'), holds)
    expect(due()).toBe('2024-02-01')
    expect(due(hold('2024-01-11', '2024-01-21'))).toBe('2024-02-11')
    expect(due(hold('2024-01-11', '2024-01-21'), hold('2024-01-15', '2024-01-26'))).toBe('2024-02-16')
    expect(due(hold('2024-01-11', null))).toBeNull()
  })

  test('that ended before the hold began stays ended', () => {
    expect(dueWithHolds(day('2024-01-01'), day('2024-02-01'), [hold('2024-02-01', null)])).toBe('2024-02-01')
    expect(dueWithHolds(day('2024-01-01'), day('2024-02-01'), [hold('2024-05-01', '2024-06-01')])).toBe(
      '2024-02-01',
    )
  })
})

const start = day('2020-02-20')
const near = fc.integer({ min: -40, max: 400 }).map((days) => addDays(start, days))
const anyHold = fc
  .tuple(near, fc.option(fc.integer({ min: 0, max: 120 })))
  .map(([from, days]): Interval => ({ from, until: days === null ? null : addDays(from, days) }))
const holds = fc.array(anyHold, { maxLength: 6 })

/** Day by day, as one would with a calendar: slow and plain. */
function heldByCalendar(from: PlainDate, to: PlainDate, all: readonly Interval[]): number {
  return Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at)).filter((date) =>
    all.some((one) => one.from <= date && (one.until === null || date < one.until)),
  ).length
}

test('agree with a calendar on which every day is struck out once', () => {
  fc.assert(
    fc.property(near, fc.integer({ min: 0, max: 500 }), holds, (from, days, all) => {
      const to = addDays(from, days)
      const held = heldByCalendar(from, to, all)
      expect(durations(from, to, all)).toEqual({ gross: days, held, net: days - held })
    }),
    { numRuns: 100 },
  )
})

test('a limit ends on the first day by which as many free days have passed as were allowed', () => {
  fc.assert(
    fc.property(near, fc.integer({ min: 0, max: 200 }), holds, (from, allowed, all) => {
      const due = dueWithHolds(from, addDays(from, allowed), all)
      if (due === null) {
        const open = all.flatMap((one) => (one.until === null ? [one.from] : []))
        const stopped = [from, [...open].sort()[0] ?? from].sort()[1] ?? from
        expect(durations(from, stopped, all).net).toBeLessThan(allowed)
      } else {
        expect(durations(from, due, all).net).toBe(allowed)
        if (due > from) expect(durations(from, addDays(due, -1), all).net).toBe(allowed - 1)
      }
    }),
    { numRuns: 100 },
  )
})
