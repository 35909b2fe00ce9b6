import { describe, expect, test } from 'vitest'
import { dueWithHolds, durations } from '../hold/held-days.ts'
import { addDays, addMonths, daysBetween, Instant, londonDate, PlainDate } from '../plain-date/plain-date.ts'
import { bankHolidays } from './bank-holidays.ts'
import { limitEnd } from './clock-table.ts'
import { addWorkingDays, workingDaysBetween } from './working-day.ts'

// A second way to count, written without the first: a calendar of eleven years on paper, one line a day, and a finger.

type Line = { date: PlainDate; day: number; working: boolean }
const longMonths = [1, 3, 5, 7, 8, 10, 12]
const two = (number: number) => String(number).padStart(2, '0')
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return longMonths.includes(month) ? 31 : 30
}

const lines: Line[] = []
// 1 January 2018 was a Monday.
for (let year = 2018, weekday = 1; year <= 2028; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    for (let day = 1; day <= daysIn(year, month); day += 1) {
      const date = PlainDate.parse(`${year}-${two(month)}-${two(day)}`)
      lines.push({ date, day, working: weekday < 6 && !bankHolidays.has(date) })
      weekday = weekday === 7 ? 1 : weekday + 1
    }
  }
}
const lineOf = new Map(lines.map(({ date }, line) => [date, line]))
const at = (line: number): Line => {
  const found = lines[line]
  if (found === undefined) throw new Error('off the calendar')
  return found
}

function oracleWorkingDays(from: number, count: number): PlainDate {
  let line = from
  let left = count
  while (left > 0) {
    line += 1
    if (at(line).working) left -= 1
  }
  return at(line).date
}

/** Month after month to the same day, or to the last there is; the day it began with is remembered throughout. */
function oracleMonths(from: number, count: number): PlainDate {
  const { day } = at(from)
  // Finger on the first of the month, forward to the first of the month meant.
  let line = from - (day - 1)
  for (let left = count; left > 0; left -= 1) {
    line += 1
    while (at(line).day !== 1) line += 1
  }
  let last = line
  while (at(last).day < day && lines[last + 1]?.day !== 1) last += 1
  return at(last).date
}

type Struck = { from: number; until: number | null }

/** Every day on hold struck out; those that are left counted one by one. */
function struckOut(holds: readonly Struck[]): Uint8Array {
  const struck = new Uint8Array(lines.length)
  for (const { from, until } of holds) struck.fill(1, from, until ?? lines.length)
  return struck
}
function oracleHeld(from: number, to: number, struck: Uint8Array): number {
  let held = 0
  for (let line = from; line < to; line += 1) held += struck[line] ?? 0
  return held
}
function oracleDue(from: number, allowed: number, struck: Uint8Array): PlainDate | null {
  let free = 0
  for (let line = from; line < lines.length; line += 1) {
    if (free === allowed) return at(line).date
    if (struck[line] === 0) free += 1
  }
  return null
}

/** The same pairs in every run: a mixed congruential generator. */
function chance(): (below: number) => number {
  let state = 20_261_122
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const PAIRS = 100_000
// Six years to choose from, so that a limit and its holds end on the calendar.
const FIRST = 400
const CHOICE = 6 * 365

describe('what is computed is what is counted, on 100,000 pairs of dates', () => {
  test('days, working days and months, over leap days, bank holidays and short months', () => {
    const next = chance()
    const wrong: string[] = []
    const seen = { leapDay: 0, clamped: 0, holiday: 0, clockChange: 0 }
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const from = FIRST + next(CHOICE)
      const apart = next(120)
      const months = next(14)
      const [one, other] = [at(from).date, at(from + apart).date]
      let working = 0
      for (let line = from + 1; line <= from + apart; line += 1) working += at(line).working ? 1 : 0
      const clamped = oracleMonths(from, months)
      if (daysBetween(one, other) !== apart) wrong.push(`${one} to ${other}: days`)
      if (addDays(one, apart) !== other) wrong.push(`${one} and ${apart} days`)
      if (workingDaysBetween(one, other, bankHolidays) !== working) wrong.push(`${one} to ${other}: working`)
      const count = apart % 31
      if (addWorkingDays(one, count, bankHolidays) !== oracleWorkingDays(from, count)) {
        wrong.push(`${one} and ${count} working days`)
      }
      if (addMonths(one, months) !== clamped) wrong.push(`${one} and ${months} months`)
      seen.leapDay += one.endsWith('02-29') ? 1 : 0
      seen.clamped += clamped.slice(8) === one.slice(8) ? 0 : 1
      seen.holiday += bankHolidays.has(one) || bankHolidays.has(other) ? 1 : 0
      seen.clockChange += one.slice(5, 7) < '04' && other.slice(5, 7) > '03' ? 1 : 0
    }
    expect(wrong).toEqual([])
    // The pairs reach what is hard.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(40)
  })

  test('held, net and due days with up to four holds, overlapping, touching and open', () => {
    const next = chance()
    const wrong: string[] = []
    let open = 0
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const from = FIRST + next(CHOICE)
      const gross = next(300)
      const holds: Struck[] = []
      for (let count = next(5); count > 0; count -= 1) {
        const begun = from - 40 + next(300)
        holds.push({ from: begun, until: next(8) === 0 ? null : begun + next(90) })
      }
      const struck = struckOut(holds)
      const intervals = holds.map((hold) => ({
        from: at(hold.from).date,
        until: hold.until === null ? null : at(hold.until).date,
      }))
      const [one, other] = [at(from).date, at(from + gross).date]
      const counted = durations(one, other, intervals)
      const held = oracleHeld(from, from + gross, struck)
      if (counted.gross !== gross || counted.held !== held || counted.net !== gross - held) {
        wrong.push(`${one} to ${other}: ${JSON.stringify(holds)}`)
      }
      const due = dueWithHolds(one, other, intervals)
      if (due !== oracleDue(from, gross, struck)) wrong.push(`${one}, ${gross}: due ${due}`)
      open += due === null ? 1 : 0
    }
    expect(wrong).toEqual([])
    expect(open).toBeGreaterThan(1000)
  })

  test('the civil day of an instant, through every night the clocks change', () => {
    const wrong: string[] = []
    for (let year = 2019; year <= 2028; year += 1) {
      const change = (month: number) => {
        let last = lineOf.get(PlainDate.parse(`${year}-${two(month)}-31`)) ?? 0
        // 1 January 2018 was a Monday and line 0: Sundays leave six.
        while (last % 7 !== 6) last -= 1
        return last * 24 + 1
      }
      const [forward, back] = [change(3), change(10)]
      for (const around of [forward, back]) {
        for (let quarter = -120; quarter <= 120; quarter += 1) {
          const hour = around + quarter / 4
          const ahead = hour >= forward && hour < back ? 1 : 0
          const instant = Instant.parse(new Date(Date.UTC(2018, 0, 1) + hour * 3_600_000).toISOString())
          const shown = at(Math.floor((hour + ahead) / 24)).date
          if (londonDate(instant) !== shown) wrong.push(`${instant}: ${shown}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('the vectors of the domain reference', () => {
  const on = (date: string) => PlainDate.parse(date)
  test('end on the days it says', () => {
    expect(limitEnd('agency-return', on('2025-04-14'))).toBe('2025-05-08')
    expect(limitEnd('review-meeting', on('2024-11-30'))).toBe('2025-02-28')
    expect(addDays(on('2025-03-03'), 7)).toBe('2025-03-10')
    expect(addMonths(on('2025-08-31'), 6)).toBe('2026-02-28')
    expect(addMonths(on('2024-02-29'), 12)).toBe('2025-02-28')
  })
})
