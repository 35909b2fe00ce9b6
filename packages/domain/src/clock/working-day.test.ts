import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, PlainDate, toTemporal } from '../plain-date/plain-date.ts'
import { bankHolidays } from './bank-holidays.ts'
import { addWorkingDays, workingDaysBetween } from './working-day.ts'

const on = (date: string) => PlainDate.parse(date)
const anyDay = fc.nat(3000).map((days) => addDays(on('2019-06-01'), days))

describe('working days', () => {
  test.each([
    ['over Easter and the early May holiday', '2025-04-14', 15, '2025-05-08'],
    ['from a Friday the first is Monday', '2026-03-06', 1, '2026-03-09'],
    ['from a Saturday the first is Monday', '2026-03-07', 1, '2026-03-09'],
    ['over Christmas', '2025-12-24', 1, '2025-12-29'],
    ['none at all', '2026-03-07', 0, '2026-03-07'],
  ])('%s', (_, from, days, due) => {
    expect(addWorkingDays(on(from), days, bankHolidays)).toBe(due)
  })

  test('the holidays are those of England and Wales, carried over weekends', () => {
    for (const holiday of [
      '2025-04-18',
      '2025-04-21',
      '2025-05-05',
      '2025-08-25',
      '2025-12-26',
      '2022-01-03',
    ]) {
      expect(bankHolidays.has(holiday)).toBe(true)
    }
    expect(bankHolidays.has('2025-12-24')).toBe(false)
  })

  test('a due date is a working day, and counting back gives the days added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const due = addWorkingDays(from, days, bankHolidays)
        expect(toTemporal(due).dayOfWeek).toBeLessThanOrEqual(5)
        expect(bankHolidays.has(due)).toBe(false)
        expect(workingDaysBetween(from, due, bankHolidays)).toBe(days)
      }),
    )
  })

  test('the count one way is the count the other way, with the sign turned', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(90), (from, days) => {
        const to = addDays(from, days)
        const there = workingDaysBetween(from, to, bankHolidays)
        expect(workingDaysBetween(to, from, bankHolidays) + there).toBe(0)
      }),
    )
  })
})
