import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deaths, MixedPopulations, reviews } from '../count/count.ts'
import { boundedShare } from './completeness.ts'

test('a headline is bounded by what it would be if every unknown went one way or the other', () => {
  const found = boundedShare(reviews(30), reviews(20), reviews(100))
  expect(found.ofKnown).toMatchObject({ percent: 37.5, numerator: 30, denominator: 80 })
  expect(found.least).toMatchObject({ percent: 30 })
  expect(found.most).toMatchObject({ percent: 50 })
  expect(found.completeness).toMatchObject({ percent: 80 })
})

test('whatever the unknown are, the share of all lies within the bounds', () => {
  const counts = fc.record({ yes: fc.nat(50), no: fc.nat(50), unknownYes: fc.nat(20), unknownNo: fc.nat(20) })
  fc.assert(
    fc.property(counts, ({ yes, no, unknownYes, unknownNo }) => {
      const all = yes + no + unknownYes + unknownNo
      fc.pre(all > 0)
      const { least, most } = boundedShare(deaths(yes), deaths(unknownYes + unknownNo), deaths(all))
      if (least.kind !== 'percentage' || most.kind !== 'percentage') throw new Error('there are some')
      const truth = (100 * (yes + unknownYes)) / all
      expect(least.percent).toBeLessThanOrEqual(truth + 1e-9)
      expect(most.percent).toBeGreaterThanOrEqual(truth - 1e-9)
    }),
  )
})

test('more cannot be so, or unknown, than there are; and populations do not mix', () => {
  expect(() => boundedShare(deaths(8), deaths(3), deaths(10))).toThrow(RangeError)
  expect(() => Reflect.apply(boundedShare, null, [deaths(1), reviews(1), deaths(5)])).toThrow(
    MixedPopulations,
  )
})
