import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  Instant,
  londonDate,
  londonInstant,
  PlainDate,
  PlainTime,
} from './plain-date.ts'

const on = (date: string) => PlainDate.parse(date)

describe('a civil date', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01'])('%s exists', (date) => {
    expect(on(date)).toBe(date)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '24-01-01',
    '2024-1-1',
    '2024-01-01T00:00:00Z',
    '2024-01-01[u-ca=hebrew]',
    ' 2024-01-01',
    '２０２４-01-01',
    '',
  ])('%s does not', (date) => {
    expect(PlainDate.safeParse(date).success).toBe(false)
  })

  test('compares as text in the order of time', () => {
    const any = fc.nat(40_000).map((days) => addDays(on('1990-01-01'), days))
    fc.assert(
      fc.property(any, any, (left, right) => {
        expect(Math.sign(daysBetween(left, right))).toBe(left < right ? 1 : left > right ? -1 : 0)
        expect(addDays(left, daysBetween(left, right))).toBe(right)
      }),
    )
  })

  test('clamps to the end of a shorter month', () => {
    expect(addMonths(on('2024-11-30'), 3)).toBe('2025-02-28')
    expect(addMonths(on('2023-11-30'), 3)).toBe('2024-02-29')
    expect(addMonths(on('2024-01-31'), 1)).toBe('2024-02-29')
  })
})

describe('the civil date in England and Wales', () => {
  test.each([
    ['winter, just before midnight', '2026-01-15T23:59:59.999Z', '2026-01-15'],
    ['summer, an hour earlier it is already tomorrow', '2026-07-15T23:00:00.000Z', '2026-07-16'],
    ['summer, a moment before', '2026-07-15T22:59:59.999Z', '2026-07-15'],
    ['the night the clocks go forward', '2026-03-29T23:30:00.000Z', '2026-03-30'],
    ['the night the clocks go back', '2026-10-25T23:30:00.000Z', '2026-10-25'],
  ])('%s', (_, at, date) => {
    expect(londonDate(Instant.parse(at))).toBe(date)
  })
})

describe('a time of day in England and Wales', () => {
  test.each([
    ['winter', '2026-01-15', '08:00', '2026-01-15T08:00:00.000Z'],
    ['summer', '2026-07-15', '08:00', '2026-07-15T07:00:00.000Z'],
    ['skipped in March', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['twice in October', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ])('%s', (_, date, time, at) => {
    expect(londonInstant(PlainDate.parse(date), PlainTime.parse(time))).toBe(at)
  })

  test.each(['8:00', '24:00', '12:60', '', '0800'])('is not %s', (time) => {
    expect(PlainTime.safeParse(time).success).toBe(false)
  })
})
