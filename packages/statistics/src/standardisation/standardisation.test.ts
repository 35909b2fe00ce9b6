import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byar } from '../interval/interval.ts'
import { directlyStandardised } from './direct.ts'
import { expectedDeaths, standardisedRatio } from './indirect.ts'

const bands = [
  { count: 21, population: 8_000, standard: 1_000 },
  { count: 7, population: 31_000, standard: 4_000 },
  { count: 3, population: 40_000, standard: 5_000 },
  { count: 2, population: 41_000, standard: 5_500 },
  { count: 4, population: 42_000, standard: 5_500 },
  { count: 9, population: 24_000, standard: 3_500 },
]

describe('direct standardisation', () => {
  test('is what the formula of Dobson with limits of Byar comes to, worked out elsewhere', () => {
    const found = directlyStandardised(bands, 100_000)
    if (found.kind !== 'standardised-rate') throw new Error('there are 46 deaths')
    expect(found.rate).toBeCloseTo(24.521746992603944, 9)
    expect(found.interval.low).toBeCloseTo(17.9393304195474, 6)
    expect(found.interval.high).toBeCloseTo(32.724361254407505, 6)
    expect(found).toMatchObject({ count: 46, reliability: 'reliable', interval: { method: 'dobson' } })
  })

  test('is the crude rate with its own limits where the area is its own standard', () => {
    const band = fc.record({ count: fc.nat(40), population: fc.integer({ min: 100, max: 90_000 }) })
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 6 }), (own) => {
        const deaths = own.reduce((sum, { count }) => sum + count, 0)
        fc.pre(deaths >= 10)
        const people = own.reduce((sum, { population }) => sum + population, 0)
        const found = directlyStandardised(
          own.map((one) => ({ ...one, standard: one.population })),
          1_000,
        )
        if (found.kind !== 'standardised-rate') throw new Error('there are 10 deaths or more')
        expect(found.rate).toBeCloseTo((1_000 * deaths) / people, 8)
        expect(found.interval.low).toBeCloseTo((1_000 * byar(deaths).low) / people, 8)
        expect(found.interval.high).toBeCloseTo((1_000 * byar(deaths).high) / people, 8)
      }),
    )
  })

  test('is not worked out below 10 deaths and unreliable below 20', () => {
    const of = (count: number) => directlyStandardised([{ count, population: 500, standard: 1 }], 1_000)
    expect(of(9)).toEqual({ kind: 'no-rate', count: 9, per: 1_000, reason: 'fewer-than-10' })
    expect(of(10)).toMatchObject({ kind: 'standardised-rate', reliability: 'unreliable' })
    expect(of(19)).toMatchObject({ reliability: 'unreliable' })
    expect(of(20)).toMatchObject({ reliability: 'reliable' })
  })

  test('refuses strata of nobody and a standard of nobody', () => {
    expect(() => directlyStandardised([{ count: 12, population: 0, standard: 1 }], 1_000)).toThrow(RangeError)
    expect(() => directlyStandardised([{ count: 12, population: 5, standard: 0 }], 1_000)).toThrow(RangeError)
    expect(() => directlyStandardised([], 1_000)).toThrow(RangeError)
  })
})

describe('standardised ratios', () => {
  // Henschler and others (1995), renal cell cancer: 5 found, 7.97 (2.59 to 18.59). Wild and others (2000), lung cancer by workshop.
  test.each([
    [5, 5 / 7.97, '7.97', 2.59, 18.59],
    [7, 7.4, '0.95', 0.38, 1.95],
    [5, 2.85, '1.75', 0.57, 4.09],
    [9, 3.19, '2.82', 1.29, 5.36],
    [11, 5.82, '1.89', 0.94, 3.38],
  ])('%i against %d are those published', (observed, expected, ratio, low, high) => {
    const found = standardisedRatio(observed, expected)
    if (found.kind !== 'standardised-ratio') throw new Error('there are enough')
    expect(found.ratio.toFixed(2)).toBe(ratio)
    // Expectations are printed with two decimals.
    expect(Math.abs(found.interval.low - low)).toBeLessThan(0.006)
    expect(Math.abs(found.interval.high - high)).toBeLessThan(0.02)
  })

  test('divide by what the rates of the reference expect', () => {
    const strata = [
      { count: 3, population: 1_000, referenceCount: 50, referencePopulation: 20_000 },
      { count: 9, population: 3_000, referenceCount: 120, referencePopulation: 60_000 },
    ]
    expect(expectedDeaths(strata)).toBeCloseTo(2.5 + 6, 12)
    expect(() =>
      expectedDeaths([{ count: 3, population: 1, referenceCount: 0, referencePopulation: 9 }]),
    ).toThrow(RangeError)
  })

  test('are not given below 3 deaths and unreliable below 20', () => {
    expect(standardisedRatio(2, 1)).toMatchObject({ kind: 'no-ratio', reason: 'fewer-than-3' })
    expect(standardisedRatio(19, 19)).toMatchObject({ ratio: 1, reliability: 'unreliable' })
    expect(standardisedRatio(20, 20)).toMatchObject({ ratio: 1, reliability: 'reliable' })
    expect(() => standardisedRatio(3, 0)).toThrow(RangeError)
  })
})
