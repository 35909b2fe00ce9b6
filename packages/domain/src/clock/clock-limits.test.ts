import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { ClockLimits, defaultClockLimits, limitBounds, limitsInForce } from './clock-limits.ts'
import { DayClock } from './clock-table.ts'

const on = (date: string) => PlainDate.parse(date)
const panel = (amount: number) => ({ ...defaultClockLimits, panel: amount })

test('a clock keeps the limit that held when it began', () => {
  const set = [
    { validFrom: on('2026-05-01'), limits: panel(8) },
    { validFrom: on('2026-04-01'), limits: panel(10) },
  ]
  expect(limitsInForce(set, on('2026-03-31')).panel).toBe(6)
  expect(limitsInForce(set, on('2026-04-01')).panel).toBe(10)
  expect(limitsInForce(set, on('2026-04-30')).panel).toBe(10)
  expect(limitsInForce(set, on('2026-05-01')).panel).toBe(8)
  expect(limitsInForce([], on('2026-05-01'))).toEqual(defaultClockLimits)
})

test('what was set last counts, also where it begins earlier than what was set before it', () => {
  const set = [
    { validFrom: on('2026-04-01'), limits: panel(7) },
    { validFrom: on('2026-05-01'), limits: panel(8) },
  ]
  expect(limitsInForce(set, on('2026-06-01')).panel).toBe(7)
})

test.each(DayClock.options)('%s can be set within its bounds and not beyond', (clock) => {
  const { least, most } = limitBounds(clock)
  const read = (amount: number) => ClockLimits.safeParse({ ...defaultClockLimits, [clock]: amount }).success
  expect([least - 1, least, most, most + 1, least + 0.5].map(read)).toEqual([false, true, true, false, false])
  expect(read(defaultClockLimits[clock])).toBe(true)
})

test('no limit may be left out or made up', () => {
  const { panel: left, ...rest } = defaultClockLimits
  expect(left).toBe(6)
  expect(ClockLimits.safeParse(rest).success).toBe(false)
  expect(ClockLimits.safeParse({ ...defaultClockLimits, total: 100 }).success).toBe(false)
})
