import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { defaultClockLimits } from '../clock/clock-limits.ts'
import { dayNumber, PlainDate, PlainTime } from '../plain-date/plain-date.ts'
import {
  casesByMonth,
  type DateCalendar,
  expectedAtPanelBy,
  type MeetingDays,
  minutesLeft,
  obstacleOn,
  plannedDates,
  roomFor,
  wishedDates,
} from './year-plan.ts'

const day = (date: string) => PlainDate.parse(date)
const year = { start: day('2026-04-01'), end: day('2027-03-31') }
const calendar = (more: Partial<DateCalendar> = {}): DateCalendar => ({
  ...{ year, today: day('2026-03-01'), holidays: bankHolidays, taken: new Set<PlainDate>() },
  ...more,
})
const rule = (every: 1 | 2 | 3 | 6, week: 1 | 2 | 3 | 4 | -1, weekday: number): MeetingDays => ({
  ...{ by: 'rule', every, week, weekday },
})

const anyRule = fc
  .record({
    every: fc.constantFrom(1 as const, 2 as const, 3 as const, 6 as const),
    week: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
    weekday: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ every, week, weekday }) => rule(every, week, weekday))
const dayOfYear = fc
  .integer({ min: dayNumber(year.start), max: dayNumber(year.end) })
  .map((n) => PlainDate.parse(new Date(n * 86_400_000).toISOString().slice(0, 10)))
const anyCalendar = fc
  .record({ taken: fc.array(dayOfYear, { maxLength: 60 }), today: dayOfYear })
  .map(({ taken, today }) => calendar({ taken: new Set(taken), today }))

describe('the days a panel wishes to meet on', () => {
  test('are the second Tuesday of every other month, counted from April', () => {
    expect(wishedDates(rule(2, 2, 2), year)).toEqual(
      ['2026-04-14', '2026-06-09', '2026-08-11', '2026-10-13', '2026-12-08', '2027-02-09'].map(day),
    )
  })

  test('are the last Friday of each quarter’s first month', () => {
    expect(wishedDates(rule(3, -1, 5), year)).toEqual(
      ['2026-04-24', '2026-07-31', '2026-10-30', '2027-01-29'].map(day),
    )
  })

  test('are one in each month of the rule, on its weekday', () => {
    fc.assert(
      fc.property(anyRule, (days) => {
        if (days.by !== 'rule') return
        const wished = wishedDates(days, year)
        expect(new Set(wished.map((date) => date.slice(0, 7))).size).toBe(12 / days.every)
        for (const date of wished) expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe(days.weekday)
      }),
    )
  })
})

describe('the days of a plan', () => {
  test('go round a bank holiday by a week, and say so', () => {
    // The first Monday of May 2026 is the early May bank holiday.
    const { planned } = plannedDates(rule(1, 1, 1), calendar())
    expect(planned).toContainEqual({ wished: '2026-05-04', heldOn: '2026-05-11', because: 'bank-holiday' })
  })

  test('go round a meeting that is planned already', () => {
    const taken = new Set([day('2026-04-14'), day('2026-04-21')])
    const { planned } = plannedDates(rule(6, 2, 2), calendar({ taken }))
    expect(planned[0]).toEqual({ wished: '2026-04-14', heldOn: '2026-04-07', because: 'meeting-already' })
  })

  test('leave out what is over, and dates that were put in on which nobody can meet', () => {
    const over = plannedDates(rule(6, 2, 2), calendar({ today: day('2026-06-01') }))
    expect(over.leftOut).toEqual([{ wished: '2026-04-14', because: 'over' }])
    const dates = ['2026-12-25', '2026-06-13', '2026-06-10', '2027-04-01', '2026-06-10'].map(day)
    const put = plannedDates({ by: 'dates', dates }, calendar())
    expect(put.planned.map(({ heldOn }) => heldOn)).toEqual(['2026-06-10'])
    expect(put.leftOut.map(({ because }) => because)).toEqual(['weekend', 'bank-holiday', 'not-in-year'])
  })

  test('are working days of the year to come, each once, none taken; each wished day is there or said to be left out', () => {
    fc.assert(
      fc.property(anyRule, anyCalendar, (days, within) => {
        const { planned, leftOut } = plannedDates(days, within)
        const held = planned.map(({ heldOn }) => heldOn)
        expect(new Set(held).size).toBe(held.length)
        for (const date of held) expect(obstacleOn(date, within)).toBeNull()
        const answered = [...planned, ...leftOut].map(({ wished }) => wished).sort()
        expect(answered).toEqual(wishedDates(days, within.year))
        for (const { wished, heldOn, because } of planned) {
          expect(heldOn === wished).toBe(because === null)
          expect(Math.abs(dayNumber(heldOn) - dayNumber(wished)) % 7).toBe(0)
        }
      }),
    )
  })
})

describe('the cases of a year', () => {
  test('still gathered are expected three months and six weeks after the death where the area set nothing else', () => {
    expect(expectedAtPanelBy(day('2026-04-30'), defaultClockLimits)).toBe('2026-09-10')
    const shorter = { ...defaultClockLimits, 'review-meeting': 1, panel: 2 }
    expect(expectedAtPanelBy(day('2026-04-30'), shorter)).toBe('2026-06-13')
  })

  test('stand in the month by whose end a panel should have met; what is overdue in that of today', () => {
    const months = casesByMonth(
      {
        ready: [day('2026-05-02'), day('2026-07-31'), null],
        expected: [day('2026-07-01'), day('2027-04-01')],
      },
      { year, today: day('2026-06-10') },
    )
    expect(months.filter(({ ready, expected }) => ready + expected > 0)).toEqual([
      { month: '2026-06', ready: 2, expected: 0 },
      { month: '2026-07', ready: 1, expected: 1 },
    ])
  })

  test('are each counted once, but for those due after it', () => {
    fc.assert(
      fc.property(fc.array(dayOfYear), fc.array(dayOfYear), dayOfYear, (ready, expected, today) => {
        const months = casesByMonth({ ready, expected }, { year, today })
        const sum = (key: 'ready' | 'expected') => months.reduce((all, one) => all + one[key], 0)
        expect([sum('ready'), sum('expected')]).toEqual([ready.length, expected.length])
        for (const { month, ready: some } of months) {
          if (month < today.slice(0, 7)) expect(some).toBe(0)
        }
      }),
    )
  })
})

describe('the room in a meeting', () => {
  const times = { startsAt: PlainTime.parse('09:30'), endsAt: PlainTime.parse('12:00') }

  test('is what its length leaves beside its cases, in whole cases', () => {
    expect(minutesLeft(times, 60)).toBe(90)
    expect(roomFor(90, 40)).toBe(2)
  })

  test('is none where its cases take more, and unknown where nobody said how long it is', () => {
    expect(minutesLeft(times, 400)).toBe(0)
    expect(roomFor(minutesLeft(null, 0), 40)).toBeNull()
  })
})
