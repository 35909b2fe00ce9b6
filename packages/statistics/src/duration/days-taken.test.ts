import { describe, expect, test } from 'vitest'
import { daysTaken, type Taken } from './days-taken.ts'

const of = (days: number): Taken => ({
  days,
  months: days <= 183 ? 'within-6' : days <= 365 ? 'within-12' : 'over-12',
})

describe('how long reviews took', () => {
  test('median and quartiles lie between two values in proportion; shares carry their interval', () => {
    const found = daysTaken('reviews', [300, 100, 120, 400, 180, 200, 220, 250, 260, 90, 500, 330].map(of))
    // numpy.quantile and a spreadsheet's QUARTILE.INC of the same days.
    expect(found.quartiles).toEqual({ low: 165, median: 235, high: 307.5 })
    expect(found.within6Months).toMatchObject({
      numerator: 4,
      denominator: 12,
      interval: { method: 'wilson' },
    })
    expect(found.within12Months).toMatchObject({ numerator: 10, population: 'reviews' })
    expect(found.over12Months).toMatchObject({ numerator: 2 })
  })

  test('no quartiles of fewer than ten', () => {
    expect(daysTaken('reviews', [1, 2, 3].map(of)).quartiles).toBeNull()
    expect(daysTaken('reviews', []).within6Months.kind).toBe('no-percentage')
    expect(() => daysTaken('reviews', [of(-1)])).toThrow(RangeError)
  })
})
