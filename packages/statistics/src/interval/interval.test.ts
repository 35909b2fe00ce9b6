import { describe, expect, test } from 'vitest'
import { byar, countInterval, exactPoisson, wilson } from './interval.ts'

describe('Wilson intervals agree with the published vectors', () => {
  test.each([
    [16, 28, 39.1, 73.5],
    [7, 28, 12.7, 43.4],
    [5, 28, 7.9, 35.6],
    [6, 10, 31.3, 83.2],
    [784, 4012, 18.3, 20.8],
  ])('%i of %i', (count, denominator, low, high) => {
    const found = wilson(count, denominator)
    expect(100 * found.low).toBeCloseTo(low, 0)
    expect((100 * found.low).toFixed(1)).toBe(low.toFixed(1))
    expect((100 * found.high).toFixed(1)).toBe(high.toFixed(1))
    expect(found).toMatchObject({ level: 0.95, method: 'wilson' })
  })

  test('stays between nothing and everything, exactly, at both ends', () => {
    expect(wilson(0, 7).low).toBe(0)
    expect(wilson(7, 7).high).toBe(1)
  })

  test('is wider at 99.8%', () => {
    expect(wilson(16, 28, 0.998).low).toBeLessThan(wilson(16, 28).low)
  })

  test.each([
    [5, 4],
    [-1, 4],
    [1.5, 4],
    [0, 0],
  ])('refuses %d of %d', (count, denominator) => {
    expect(() => wilson(count, denominator)).toThrow(RangeError)
  })
})

describe('exact Poisson limits agree with the published vectors', () => {
  test.each([
    [0, '0', '3.689'],
    [1, '0.0253', '5.572'],
    [3, '0.6187', '8.767'],
    [5, '1.6235', '11.668'],
    [9, '4.1154', '17.085'],
  ])('of %i', (count, low, high) => {
    const found = exactPoisson(count)
    expect(Number(found.low.toFixed(4))).toBe(Number(low))
    expect(found.high.toFixed(3)).toBe(high)
  })
})

// Within one unit of the last printed digit: the upper limit of 10 is 18.39146, printed as 18.392.
describe("Byar's limits agree with the published vectors", () => {
  test.each([
    [10, 4.787, 18.392, 3],
    [19, 11.434, 29.672, 3],
    [20, 12.211, 30.89, 3],
    [43, 31.116, 57.922, 3],
    [3577, 3460.7, 3696.2, 1],
  ])('of %i', (count, low, high, places) => {
    const found = byar(count)
    expect(Math.abs(found.low - low)).toBeLessThan(10 ** -places)
    expect(Math.abs(found.high - high)).toBeLessThan(10 ** -places)
  })

  test('need a count', () => {
    expect(() => byar(0)).toThrow(RangeError)
  })
})

test('a count has exact limits below 10 and Byar limits from 10', () => {
  expect(countInterval(9).method).toBe('exact-poisson')
  expect(countInterval(10).method).toBe('byar')
})

test('a level must be one', () => {
  expect(() => exactPoisson(3, 1)).toThrow(RangeError)
  expect(() => wilson(3, 4, 95)).toThrow(RangeError)
})

describe('to a millionth, held to what each limit is defined by', () => {
  /** The chance of so many or fewer, by adding up the terms. */
  const poissonUpTo = (most: number, mean: number) => {
    let term = Math.exp(-mean)
    let sum = term
    for (let at = 1; at <= most; at += 1) {
      term *= mean / at
      sum += term
    }
    return sum
  }

  test.each([0.95, 0.998])(
    'the exact limits of a count leave half of the rest on each side at %d',
    (level) => {
      const tail = (1 - level) / 2
      for (const count of [0, 1, 3, 5, 9]) {
        const { low, high } = exactPoisson(count, level)
        expect(poissonUpTo(count, high)).toBeCloseTo(tail, 9)
        if (count > 0) expect(1 - poissonUpTo(count - 1, low)).toBeCloseTo(tail, 9)
      }
    },
  )

  test('the limits of a share are where it lies so many standard errors from what was counted', () => {
    const z = 1.959963984540054
    for (const [count, of] of [
      [16, 28],
      [7, 28],
      [5, 28],
      [6, 10],
      [784, 4012],
    ] as const) {
      const { low, high } = wilson(count, of)
      for (const limit of [low, high]) {
        expect(Math.abs(limit - count / of)).toBeCloseTo(z * Math.sqrt((limit * (1 - limit)) / of), 9)
      }
    }
  })
})
