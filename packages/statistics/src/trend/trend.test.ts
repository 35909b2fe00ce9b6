import { describe, expect, test } from 'vitest'
import { chiSquareTail } from '../interval/chi-square-tail.ts'
import { trendOfRates, trendOfShares } from './trend.ts'

describe('a share over years', () => {
  test('smokers among patients of four studies: the example of R, 8.2249 and 0.004132', () => {
    const found = trendOfShares([
      { count: 83, of: 86 },
      { count: 90, of: 93 },
      { count: 129, of: 136 },
      { count: 70, of: 82 },
    ])
    if (found.kind !== 'tested') throw new Error('there are enough')
    expect((found.score ** 2).toFixed(4)).toBe('8.2249')
    expect(found.chance.toFixed(6)).toBe('0.004132')
    expect(found.direction).toBe('falling')
  })

  test('carriers by size of tonsils (Armitage 1955): 7.19', () => {
    const found = trendOfShares([
      { count: 19, of: 516 },
      { count: 29, of: 589 },
      { count: 24, of: 293 },
    ])
    if (found.kind !== 'tested') throw new Error('there are enough')
    expect((found.score ** 2).toFixed(2)).toBe('7.19')
    expect(found.direction).toBe('rising')
  })

  test('that nobody or everybody has, or hardly anybody, has no trend', () => {
    const year = (count: number) => ({ count, of: 20 })
    expect(trendOfShares([0, 0, 0].map(year))).toEqual({ kind: 'cannot-say', reason: 'nothing-varies' })
    expect(trendOfShares([1, 2, 3].map(year))).toEqual({ kind: 'cannot-say', reason: 'too-few-deaths' })
    expect(trendOfShares([9, 12].map(year))).toEqual({ kind: 'cannot-say', reason: 'too-few-years' })
    expect(() => trendOfShares([21, 1, 1].map(year))).toThrow(RangeError)
  })
})

describe('deaths over years', () => {
  // Every way the deaths could have fallen on the years, one by one.
  test.each([
    [[2, 3, 5, 7], [1_000, 1_100, 900, 1_000], 0.06759738729154761, 1.9365885437009573],
    [[6, 3, 4], [10, 11, 12], 0.43775272113199304, -0.9496149701427856],
  ])('%j have the chance that counting every way gives', (counts, of, chance, score) => {
    const found = trendOfRates(counts.map((count, at) => ({ count, of: of[at] ?? 1 })))
    if (found.kind !== 'tested') throw new Error('there are enough')
    expect(found.method).toBe('exact')
    expect(found.chance).toBeCloseTo(chance, 10)
    expect(found.score).toBeCloseTo(score, 10)
    expect(found.direction).toBe('chance')
  })

  test('of a nation are tested by chi-square, near to what is exact', () => {
    const england = [3_743, 3_577, 3_492].map((count) => ({ count, of: 12_000_000 }))
    expect(trendOfRates(england)).toMatchObject({ method: 'large-sample', direction: 'falling' })
    const years = [90, 100, 104, 100].map((count) => ({ count, of: 50_000 }))
    const exact = trendOfRates(years)
    if (exact.kind !== 'tested') throw new Error('there are enough')
    expect(Math.abs(exact.chance - chiSquareTail(exact.score ** 2))).toBeLessThan(0.03)
  })

  test('too few to say', () => {
    expect(trendOfRates([{ count: 9, of: 5 }])).toEqual({ kind: 'cannot-say', reason: 'too-few-years' })
    const few = [2, 3, 4].map((count) => ({ count, of: 9 }))
    expect(trendOfRates(few)).toEqual({ kind: 'cannot-say', reason: 'too-few-deaths' })
    expect(() => trendOfRates([{ count: 9, of: 0 }])).toThrow(RangeError)
  })
})

// Tables of the chi-square distribution with one degree of freedom.
test.each([
  [3.841458820694124, 0.05],
  [6.6348966010212145, 0.01],
  [10.827566170662733, 0.001],
  [15.136705226623606, 0.0001],
  [30, 4.320463057827488e-8],
])('a chi-square of %d is exceeded by chance %d', (statistic, chance) => {
  expect(Math.abs(chiSquareTail(statistic) / chance - 1)).toBeLessThan(1e-9)
})
