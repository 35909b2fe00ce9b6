import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controlLimits, countDistribution, funnelCurve } from './funnel.ts'

/** The same chances from every way of finding and not finding factors, one by one. */
function byEveryWay(chances: readonly number[]): number[] {
  const found = Array.from({ length: chances.length + 1 }, () => 0)
  for (let way = 0; way < 2 ** chances.length; way += 1) {
    let count = 0
    let chance = 1
    for (const [at, one] of chances.entries()) {
      const has = (way >> at) % 2 === 1
      count += Number(has)
      chance *= has ? one : 1 - one
    }
    found[count] = (found[count] ?? 0) + chance
  }
  return found
}

describe('the distribution of a count of unlike reviews', () => {
  test('is what every way of finding factors, one by one, comes to', () => {
    const strata = fc.array(
      fc.record({ reviews: fc.nat(3), chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(strata, (some) => {
        const each = some.flatMap(({ reviews, chance }) => Array.from({ length: reviews }, () => chance))
        const found = countDistribution(some)
        for (const [count, chance] of byEveryWay(each).entries()) expect(found[count]).toBeCloseTo(chance, 12)
      }),
    )
  })

  test('refuses a chance that is none', () => {
    expect(() => countDistribution([{ reviews: 1, chance: 1.1 }])).toThrow(RangeError)
  })
})

describe('control limits', () => {
  test('of ten coins are interpolated between whole counts', () => {
    // P(R ≤ 1) = 11/1024 and P(R = 2) = 45/1024: 2 - (56 - 25.6) / 45
    const { low, high } = controlLimits(countDistribution([{ reviews: 10, chance: 0.5 }]), 0.95)
    expect(low).toBeCloseTo(2 - (56 - 25.6) / 45, 12)
    expect(high).toBeCloseTo(8 + (56 - 25.6) / 45, 12)
  })

  test('leave no more outside, on either side, than the level says', () => {
    const reviews = fc.integer({ min: 1, max: 60 })
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(reviews, chance, fc.constantFrom(0.95, 0.998), (count, share, level) => {
        const distribution = countDistribution([{ reviews: count, chance: share }])
        const { low, high } = controlLimits(distribution, level)
        const outside = (is: (found: number) => boolean) =>
          distribution.reduce((sum, one, found) => sum + (is(found) ? one : 0), 0)
        expect(outside((found) => found < low)).toBeLessThanOrEqual((1 - level) / 2 + 1e-12)
        expect(outside((found) => found > high)).toBeLessThanOrEqual((1 - level) / 2 + 1e-12)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(count)
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })

  test('of many come to the mean and 1.96 standard deviations', () => {
    const [point] = funnelCurve(0.4, [2_000])
    const [inner, outer] = point?.limits ?? []
    const deviation = Math.sqrt(2_000 * 0.4 * 0.6) / 800
    // Within one review of 800 expected: counts are whole.
    expect(Math.abs((inner?.low ?? 0) - (1 - 1.96 * deviation))).toBeLessThan(1 / 800)
    expect(Math.abs((inner?.high ?? 0) - (1 + 1.96 * deviation))).toBeLessThan(1 / 800)
    expect(Math.abs((outer?.high ?? 0) - (1 + 3.09 * deviation))).toBeLessThan(2 / 800)
  })

  test('narrow as more is expected, and need a share and reviews', () => {
    const widths = funnelCurve(0.4, [10, 50, 100, 400]).map(({ expected, limits: [inner] }) => ({
      expected,
      width: (inner?.high ?? 0) - (inner?.low ?? 0),
    }))
    expect(widths.map(({ expected }) => expected)).toEqual([4, 20, 40, 160])
    for (const [at, { width }] of widths.entries()) expect(width).toBeLessThan(widths[at - 1]?.width ?? 9)
    expect(() => funnelCurve(0, [10])).toThrow(RangeError)
    expect(() => funnelCurve(0.4, [0])).toThrow(RangeError)
  })
})
