import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, PlainDate } from '../plain-date/plain-date.ts'
import { isTakenFurther, remindedOf, weekOf } from './follow-up.ts'

const today = PlainDate.parse('2026-03-04')
const due = (days: number) => ({ state: 'agreed' as const, dueOn: addDays(today, days), escalatedOn: null })

describe('the owner of an action', () => {
  test.each([
    [-1, 'overdue'],
    [0, 'due'],
    [14, 'due'],
    [15, null],
  ])('is reminded of what is due in %i days as %s', (days, reminded) => {
    expect(remindedOf(due(days), today)).toBe(reminded)
  })

  test('is not reminded of what is settled, or waits for a second person to confirm it', () => {
    for (const state of ['closing', 'completed', 'rejected', 'no-longer-relevant', 'proposed'] as const) {
      expect(remindedOf({ ...due(-30), state }, today)).toBeNull()
      expect(isTakenFurther({ ...due(-30), state }, today)).toBe(false)
    }
  })
})

test('what is overdue for fourteen days is taken further, once', () => {
  expect(isTakenFurther(due(-13), today)).toBe(false)
  expect(isTakenFurther(due(-14), today)).toBe(true)
  expect(isTakenFurther({ ...due(-14), escalatedOn: today }, today)).toBe(false)
})

test('a week begins on its Monday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
      const day = addDays(PlainDate.parse('2024-01-01'), days)
      expect(daysBetween(PlainDate.parse('2024-01-01'), weekOf(day)) % 7).toBe(0)
      expect(daysBetween(weekOf(day), day)).toBe(days % 7)
    }),
  )
})
