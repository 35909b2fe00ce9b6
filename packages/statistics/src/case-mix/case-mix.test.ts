import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../agreement/testing-planted-agreement.ts'
import { compareWithAll } from './compare.ts'
import { roundedSplit, splitDifference } from './split.ts'
import { type CaseMix, caseMixOf, caseMixStrata, type MixedReview, sortedInto } from './strata.ts'

const neonatal: CaseMix = ['8', '0-27d', 'hospital']
const sudden: CaseMix = ['10', '28-364d', 'home']

/** So many reviews of one mix, the first so many of them with modifiable factors. */
const of = (mix: CaseMix, reviews: number, modifiable: number): MixedReview[] =>
  Array.from({ length: reviews }, (_, at) => ({ mix, modifiable: at < modifiable }))

/** All areas: 20% of 600 neonatal and 70% of 400 sudden deaths, 40% together. */
const all = caseMixStrata([...of(neonatal, 600, 120), ...of(sudden, 400, 280)])

describe('a share adjusted for case mix', () => {
  test('of an area with more sudden deaths that codes as all do lies above theirs for its case mix alone', () => {
    const found = compareWithAll([...of(neonatal, 50, 10), ...of(sudden, 50, 35)], all)
    expect(found).toMatchObject({
      kind: 'compared',
      notForPublication: true,
      reviews: 100,
      observed: 45,
      ratio: expect.closeTo(1, 12),
      crudePercent: 45,
      allPercent: 40,
      adjustedPercent: expect.closeTo(40, 12),
      position: 'within',
      split: { difference: 5, caseMix: expect.closeTo(5, 12), coding: expect.closeTo(0, 12) },
    })
  })

  test('of one with the mix of all and half as many again lies above it for its coding alone', () => {
    const found = compareWithAll([...of(neonatal, 60, 18), ...of(sudden, 40, 40)], all)
    expect(found).toMatchObject({
      observed: 58,
      expected: expect.closeTo(40, 12),
      ratio: expect.closeTo(1.45, 12),
      // Byar's limits of 58 are 44.040 and 74.981.
      interval: { method: 'byar', low: expect.closeTo(1.101, 3), high: expect.closeTo(1.8745, 3) },
      adjustedPercent: expect.closeTo(58, 10),
      position: 'outside-998',
      split: {
        difference: expect.closeTo(18, 12),
        caseMix: expect.closeTo(0, 12),
        coding: expect.closeTo(18, 12),
      },
    })
  })

  test('says nothing of fewer than 50 reviews, fewer than 10 expected, or too many like none elsewhere', () => {
    const unlike: CaseMix = ['2', '15-17y', 'elsewhere']
    expect(compareWithAll(of(sudden, 49, 30), all)).toEqual({
      kind: 'cannot-say',
      reviews: 49,
      withoutReference: 0,
      reason: 'too-few-reviews',
    })
    expect(compareWithAll(of(neonatal, 49, 9), all, { fewestReviews: 40 })).toMatchObject({
      reason: 'too-few-expected',
    })
    expect(compareWithAll([...of(sudden, 90, 60), ...of(unlike, 6, 6)], all)).toMatchObject({
      reviews: 90,
      withoutReference: 6,
      reason: 'too-many-without-reference',
    })
    expect(compareWithAll([...of(sudden, 96, 60), ...of(unlike, 4, 4)], all)).toMatchObject({
      kind: 'compared',
      reviews: 96,
      withoutReference: 4,
    })
    expect(compareWithAll(of(sudden, 96, 60), caseMixStrata([]))).toMatchObject({ reason: 'no-reference' })
    expect(compareWithAll([], all)).toMatchObject({ kind: 'cannot-say', reviews: 0 })
  })
})

describe('strata', () => {
  test('put a rare cell together with what is left of its age band, of its category, and of all', () => {
    const cases = [
      ...of(['8', '0-27d', 'hospital'], 20, 4),
      ...of(['8', '0-27d', 'home'], 6, 1),
      ...of(['8', '0-27d', 'hospice'], 5, 2),
      ...of(['8', '28-364d', 'home'], 7, 3),
      ...of(['8', '1-4y', 'home'], 4, 3),
      ...of(['4', '1-4y', 'hospice'], 9, 1),
      ...of(['5', '1-4y', 'home'], 3, 1),
    ]
    const { strata, all: together, leftOver } = caseMixStrata(cases)
    expect([...strata]).toEqual([
      ['["8","0-27d","hospital"]', { reviews: 20, modifiable: 4 }],
      ['["8","0-27d"]', { reviews: 11, modifiable: 3 }],
      ['["8"]', { reviews: 11, modifiable: 6 }],
      ['[]', { reviews: 12, modifiable: 2 }],
    ])
    expect(together).toEqual({ reviews: 54, modifiable: 15 })
    expect(leftOver).toBe(0)
  })

  test('take places of death in groups, and what is not known as such', () => {
    expect(caseMixOf({ primaryCategory: 8, ageBand: '0-27d' }, 'hospital-neonatal-unit')).toEqual(neonatal)
    expect(caseMixOf({ primaryCategory: 10, ageBand: '28-364d' }, 'other-private-residence')).toEqual(sudden)
    expect(caseMixOf({ primaryCategory: 6 }, 'hospice')).toEqual(['6', 'not-known', 'hospice'])
    expect(caseMixOf({ primaryCategory: 3, ageBand: '1-4y' }, 'abroad')[2]).toBe('elsewhere')
    expect(caseMixOf({ primaryCategory: 3, ageBand: '1-4y' }, undefined)[2]).toBe('not-known')
  })
})

const mix = fc.tuple(
  fc.constantFrom('3', '8', '10'),
  fc.constantFrom('0-27d', '1-4y'),
  fc.constantFrom('home', 'hospital'),
)
const someReviews = (least: number) =>
  fc.array(fc.record({ mix, modifiable: fc.boolean() }), { minLength: least, maxLength: 120 })
const anything = { fewestReviews: 1, fewestExpected: 0, withoutReference: 1 }

test('every review of all areas stands in one stratum or is left over, and none is below the fewest', () => {
  fc.assert(
    fc.property(someReviews(0), fc.integer({ min: 1, max: 30 }), (reviews, fewest) => {
      const found = caseMixStrata(reviews, fewest)
      expect(found.all.reviews + found.leftOver).toBe(reviews.length)
      expect(found.leftOver).toBeLessThan(fewest)
      for (const { reviews: held } of found.strata.values()) expect(held).toBeGreaterThanOrEqual(fewest)
      const sorted = sortedInto(found, reviews)
      expect(sorted.withoutReference).toBe(found.leftOver)
      expect(new Map(sorted.counts)).toEqual(new Map(found.strata))
    }),
  )
})

describe('the parts of a difference', () => {
  test('add up to the whole, also as they are shown', () => {
    fc.assert(
      fc.property(someReviews(30), someReviews(5), (reference, own) => {
        const found = compareWithAll(own, caseMixStrata([...reference, ...own], 5), anything)
        if (found.kind !== 'compared') return
        const { difference, caseMix, coding } = found.split
        expect(caseMix + coding).toBeCloseTo(difference, 10)
        expect(difference).toBeCloseTo(found.crudePercent - found.allPercent, 10)
        const shown = roundedSplit(found.split)
        expect(Math.round(10 * shown.caseMix) + Math.round(10 * shown.coding)).toBe(
          Math.round(10 * shown.difference),
        )
        expect(Math.abs(shown.coding - coding)).toBeLessThanOrEqual(0.1 + 1e-9)
      }),
    )
  })

  test('are case mix alone where each stratum is coded as everywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (fives, tens) => {
        const own = [...of(neonatal, 5 * fives, fives), ...of(sudden, 10 * tens, 7 * tens)]
        const found = compareWithAll(own, all, anything)
        if (found.kind !== 'compared') throw new Error(found.reason)
        expect(found.split.coding).toBeCloseTo(0, 10)
        expect(found.split.caseMix).toBeCloseTo(found.split.difference, 10)
      }),
    )
  })

  test('are coding alone where the cases are as everywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(200), fc.nat(200), (times, some, others) => {
        const own = [
          ...of(neonatal, 30 * times, some % (30 * times)),
          ...of(sudden, 20 * times, others % (20 * times)),
        ]
        const found = compareWithAll(own, all, anything)
        if (found.kind !== 'compared') throw new Error(found.reason)
        expect(found.split.caseMix).toBeCloseTo(0, 10)
        expect(found.split.coding).toBeCloseTo(found.split.difference, 10)
      }),
    )
  })

  test('need reviews', () => {
    const some = { reviews: 0, observed: 0, expected: 0 }
    expect(() => splitDifference(some, { reviews: 1, modifiable: 1 })).toThrow(RangeError)
  })
})

test('areas that code as all do lie inside the limits and their intervals as often as promised', () => {
  const random = seeded(1_955)
  const tally = { outside95: 0, outside998: 0, held: 0 }
  const runs = 2_000
  for (let run = 0; run < runs; run += 1) {
    const own: MixedReview[] = Array.from({ length: 120 }, () => {
      const isSudden = random() < 0.5
      return { mix: isSudden ? sudden : neonatal, modifiable: random() < (isSudden ? 0.7 : 0.2) }
    })
    const found = compareWithAll(own, all)
    if (found.kind !== 'compared') throw new Error(found.reason)
    if (found.position !== 'within') tally.outside95 += 1
    if (found.position === 'outside-998') tally.outside998 += 1
    if (found.interval.low <= 1 && 1 <= found.interval.high) tally.held += 1
  }
  // Counts are whole, so a little less than 5% and 0.2% lie outside.
  expect(tally.outside95 / runs).toBeLessThan(0.065)
  expect(tally.outside95 / runs).toBeGreaterThan(0.025)
  expect(tally.outside998 / runs).toBeLessThan(0.006)
  // Byar's interval takes the count as Poisson: on the safe side.
  expect(tally.held / runs).toBeGreaterThan(0.98)
})
