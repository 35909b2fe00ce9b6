import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AskedOnce, FEWEST, quantile, responseTimes } from './response-times.ts'

const answered = (answeredAfter: number, dueAfter = 21): AskedOnce => ({
  dueAfter,
  answeredAfter,
  passed: 100,
  completeness: { said: 3, asked: 4 },
})
const waiting = (passed: number): AskedOnce => ({
  dueAfter: 21,
  answeredAfter: null,
  passed,
  completeness: null,
})

describe('how an agency answers', () => {
  test('is the middle of the days it took, with its quarters', () => {
    expect(responseTimes([3, 30, 9, 21, 22].map((days) => answered(days)))).toEqual({
      asked: 5,
      answered: 5,
      overdue: 0,
      days: { median: 21, low: 9, high: 22 },
      onTime: 3 / 5,
      completeness: 3 / 4,
    })
  })

  test('counts what is overdue as not in time, and what is not due yet as nothing', () => {
    const found = responseTimes([
      answered(1),
      answered(2),
      answered(3),
      waiting(22),
      waiting(30),
      waiting(21),
    ])
    expect(found).toMatchObject({ asked: 6, answered: 3, overdue: 2, days: null, onTime: 3 / 5 })
  })

  test('is not said of fewer than five', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: FEWEST - 1 }), (days) => {
        const found = responseTimes(days.map((one) => answered(one)))
        expect(found).toMatchObject({ days: null, onTime: null, completeness: null, answered: days.length })
      }),
      { numRuns: 50 },
    )
  })

  test('lies between the quickest and the slowest answer, quarters around the middle', () => {
    const many = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: FEWEST, maxLength: 40 })
    fc.assert(
      fc.property(many, (given) => {
        const { days } = responseTimes(given.map((one) => answered(one)))
        if (days === null) throw new Error('there are enough')
        const [least, most] = [Math.min(...given), Math.max(...given)]
        expect(least <= days.low && days.low <= days.median).toBe(true)
        expect(days.median <= days.high && days.high <= most).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

test('between two values a quantile lies in proportion', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([
    1, 1.75, 2.5, 3.25, 4,
  ])
  expect(quantile([7], 0.5)).toBe(7)
})
