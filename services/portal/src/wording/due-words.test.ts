import { addDays, PlainDate } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueWords, nextWords } from './due-words.ts'

const date = (typed: string) => PlainDate.parse(typed)

describe('a due date in words', () => {
  test.each([
    ['2026-03-02', '2026-03-02', 'Due today'],
    ['2026-03-03', '2026-03-02', 'Due in 1 working day'],
    ['2026-03-09', '2026-03-06', 'Due in 1 working day'],
    ['2026-03-04', '2026-03-02', 'Due in 2 working days'],
    ['2026-03-30', '2026-03-27', 'Due in 1 working day'],
    ['2026-04-07', '2026-04-02', 'Due in 1 working day'],
    ['2026-03-07', '2026-03-06', 'Due on 7 March 2026, before the next working day'],
    ['2026-03-01', '2026-03-02', '1 day overdue'],
    ['2026-02-27', '2026-03-02', '3 days overdue'],
  ])('%s, seen on %s, is “%s”', (dueOn, today, words) => {
    expect(dueWords(date(dueOn), date(today))).toBe(words)
  })

  test('is overdue exactly when the date has passed, and never says nought', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const words = dueWords(addDays(date('2026-03-02'), days), date('2026-03-02'))
        expect(words.endsWith('overdue')).toBe(days < 0)
        expect(words).not.toMatch(/\b0 /)
      }),
    )
  })

  test('names what is next', () => {
    expect(nextWords({ what: 'panel', dueOn: date('2026-03-02') }, date('2026-03-02'))).toBe(
      'Panel meeting: due today',
    )
    expect(nextWords({ what: 'none', dueOn: null }, date('2026-03-02'))).toBe('Nothing due')
  })
})
