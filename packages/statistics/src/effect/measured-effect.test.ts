import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measuredCountEffect, measuredEffect, shareDifference } from './measured-effect.ts'

describe('the difference of two shares', () => {
  test('has the interval of the published example: 56 of 70 against 48 of 80', () => {
    const { difference, lower, upper } = shareDifference({ count: 48, of: 80 }, { count: 56, of: 70 })
    expect(difference).toBeCloseTo(0.2, 10)
    expect(lower).toBeCloseTo(0.0524, 4)
    expect(upper).toBeCloseTo(0.3339, 4)
  })

  const share = fc
    .integer({ min: 1, max: 400 })
    .chain((of) => fc.record({ count: fc.integer({ min: 0, max: of }), of: fc.constant(of) }))
  test('holds its own difference, turns round with its shares and never leaves what is possible', () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const there = shareDifference(first, second)
        const back = shareDifference(second, first)
        expect(there.lower).toBeLessThanOrEqual(there.difference)
        expect(there.upper).toBeGreaterThanOrEqual(there.difference)
        expect(there.lower).toBeCloseTo(-back.upper, 9)
        expect(there.lower).toBeGreaterThanOrEqual(-1.000001)
        expect(there.upper).toBeLessThanOrEqual(1.000001)
      }),
    )
  })
})

describe('the effect of what was done', () => {
  const before = { count: 40, of: 100 }
  const rise = { wanted: 'rise', target: 0.8, before } as const
  test.each([
    ['a large rise that was wanted', { ...rise, now: { count: 75, of: 100 } }, 'effect-seen'],
    ['the same as before, of many', { ...rise, now: { count: 41, of: 100 } }, 'no-effect'],
    ['a fall where a rise was wanted', { ...rise, now: { count: 20, of: 100 } }, 'no-effect'],
    ['a few cases only', { ...rise, now: { count: 3, of: 5 } }, 'cannot-tell'],
    [
      'a fall that was wanted',
      { wanted: 'fall', target: 0.1, before, now: { count: 12, of: 100 } },
      'effect-seen',
    ],
  ] as const)('of %s is told as it is', (_, measured, effect) => {
    expect(measuredEffect(measured)).toBe(effect)
  })

  test('of a rise that is wanted is that of a fall counted the other way round', () => {
    const any = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(any, any, any, any, fc.integer({ min: 0, max: 100 }), (a, b, c, d, percent) => {
        const [one, two] = [
          { count: Math.min(a, b), of: b },
          { count: Math.min(c, d), of: d },
        ]
        const other = ({ count, of }: typeof one) => ({ count: of - count, of })
        const target = percent / 100
        expect(measuredEffect({ wanted: 'rise', target, before: one, now: two })).toBe(
          measuredEffect({ wanted: 'fall', target: 1 - target, before: other(one), now: other(two) }),
        )
      }),
    )
  })
})

describe('the effect on a count of a year', () => {
  const fall = { wanted: 'fall', target: 20, before: 40 } as const
  test.each([
    ['a large fall that was wanted', { ...fall, now: 12 }, 'effect-seen'],
    ['as many as before, of many', { wanted: 'fall', target: 200, before: 400, now: 400 }, 'no-effect'],
    ['a rise where a fall was wanted', { ...fall, now: 60 }, 'no-effect'],
    ['a few', { wanted: 'fall', target: 2, before: 5, now: 3 }, 'cannot-tell'],
    ['a fall towards none', { wanted: 'fall', target: 0, before: 12, now: 5 }, 'cannot-tell'],
    ['no fall towards none', { wanted: 'fall', target: 0, before: 5, now: 40 }, 'no-effect'],
    ['nothing at all', { wanted: 'rise', target: 3, before: 0, now: 0 }, 'cannot-tell'],
    ['a rise from nothing', { wanted: 'rise', target: 5, before: 0, now: 12 }, 'effect-seen'],
  ] as const)('of %s is told as it is', (_, measured, effect) => {
    expect(measuredCountEffect(measured)).toBe(effect)
  })

  test('is never seen where the count did not move, or moved the other way', () => {
    const count = fc.integer({ min: 0, max: 5_000 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 5_000 }), (before, moved, beyond) => {
        const now = Math.max(0, before - moved)
        const rise = { wanted: 'rise', target: before + beyond, before, now } as const
        expect(measuredCountEffect(rise)).not.toBe('effect-seen')
        const fallen = { wanted: 'fall', target: 0, before, now: before + moved } as const
        expect(measuredCountEffect(fallen)).not.toBe('effect-seen')
      }),
    )
  })
})
