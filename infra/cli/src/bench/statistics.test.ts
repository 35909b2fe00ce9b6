import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultOf } from './bench-result.ts'
import { median, percentile, perSecond } from './statistics.ts'

describe('the median', () => {
  test('has as many measurements below it as above it, in whatever order they came', () => {
    const measured = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 })
    fc.assert(
      fc.property(measured, (values) => {
        const middle = median(values)
        const below = values.filter((value) => value < middle).length
        const above = values.filter((value) => value > middle).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })

  test('lies between the two in the middle, and one wild measurement does not move it', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([5, 1, 1_000_000])).toBe(5)
  })

  test('of nothing is refused rather than made up', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})

test('the 95th percentile is exceeded by five in a hundred', () => {
  const measured = Array.from({ length: 100 }, (_, at) => at + 1)
  expect(percentile(measured.toReversed(), 95)).toBe(95)
  expect(percentile([7], 95)).toBe(7)
  expect(() => percentile([], 95)).toThrow(RangeError)
})

describe('a result', () => {
  const about = { name: 'a', what: 'something' }

  test('reaches the part of its ceiling that it does in a second', () => {
    const rounds = [
      { value: 40, ceiling: 80 },
      { value: 50, ceiling: 100 },
      { value: 90, ceiling: 120 },
    ]
    expect(resultOf({ ...about, unit: 'per second' }, rounds)).toMatchObject({
      value: 50,
      ceiling: 100,
      ratio: 0.5,
      rounds,
    })
  })

  test('that is a time reaches less of its ceiling the longer it takes', () => {
    expect(resultOf({ ...about, unit: 'ms' }, [{ value: 40, ceiling: 10 }]).ratio).toBe(0.25)
  })

  test('counts what was done in a second', () => {
    expect(perSecond(150, 3_000)).toBe(50)
  })
})
