import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agreement } from './coefficient.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { gwetAgreement } from './gwet-ac.ts'
import { countedPairs, pairTable, sharesOf } from './pair-table.ts'
import { fleissKappa, gwetAgreementOfSeveral, ratingCounts } from './several-panels.ts'
import { abc, figures, fourRaters } from './testing-published.ts'
import { weightsOf, weightsOfSeriousness } from './weights.ts'

describe('a figure is not given where there is none', () => {
  test('for too few cases', () => {
    const few = pairTable(
      abc,
      Array.from({ length: 49 }, () => ({ first: 'a', second: 'b' })),
    )
    expect(cohenKappa(few)).toEqual({
      kind: 'no-agreement',
      coefficient: 'cohen-kappa',
      cases: 49,
      reason: 'too-few-cases',
      fewest: 50,
    })
    expect(gwetAgreement(pairTable(abc, []))).toMatchObject({ kind: 'no-agreement', cases: 0 })
    expect(fleissKappa(fourRaters)).toMatchObject({ kind: 'no-agreement', cases: 11 })
    expect(() => cohenKappa(few, { fewest: 1 })).toThrow(RangeError)
  })

  test('where everything stands in one category', () => {
    const one = pairTable(
      abc,
      Array.from({ length: 60 }, () => ({ first: 'a', second: 'a' })),
    )
    const several = ratingCounts(
      abc,
      Array.from({ length: 60 }, () => ['a', 'a', null]),
    )
    for (const found of [
      cohenKappa(one),
      cohenKappa(one, { weighting: 'linear' }),
      gwetAgreement(one),
      fleissKappa(several),
      gwetAgreementOfSeveral(several),
    ]) {
      expect(found.kind).toBe('nothing-to-tell-apart')
    }
  })

  test('nor an interval where they agree on everything: no width would feign certainty', () => {
    const pairs = Array.from({ length: 60 }, (_, at) => ({
      first: at % 2 ? 'a' : 'b',
      second: at % 2 ? 'a' : 'b',
    }))
    expect(cohenKappa(pairTable(abc, pairs))).toMatchObject({ kind: 'agreement-without-interval', value: 1 })
    expect(gwetAgreement(pairTable(abc, pairs))).toMatchObject({
      kind: 'agreement-without-interval',
      value: 1,
    })
    const several = ratingCounts(
      abc,
      pairs.map(({ first }) => [first, first, first]),
    )
    expect(fleissKappa(several)).toMatchObject({ kind: 'agreement-without-interval', value: 1 })
  })

  test('and a rating or a weight that cannot be is refused', () => {
    expect(() => pairTable(abc, [{ first: 'a', second: 'z' }])).toThrow('not on the list')
    expect(() => pairTable(['a', 'a'], [])).toThrow(RangeError)
    expect(() => countedPairs(abc, [[1, 2, 3]])).toThrow(RangeError)
    expect(() =>
      weightsOf(
        [
          [1, 2],
          [2, 1],
        ],
        2,
      ),
    ).toThrow(RangeError)
    expect(() =>
      weightsOf(
        [
          [1, 0.5],
          [0.4, 1],
        ],
        2,
      ),
    ).toThrow(RangeError)
    expect(() =>
      weightsOf(
        [
          [1, 1],
          [1, 1],
        ],
        2,
      ),
    ).toThrow(RangeError)
    expect(() =>
      weightsOfSeriousness([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow(RangeError)
  })
})

const counts = fc.nat(40)
const anyTable = fc
  .array(fc.array(counts, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
  .map((rows) => countedPairs(abc, rows))

/** Whether every number in a result is one. */
const isSound = (found: Agreement): boolean =>
  Object.values(found).every((value) => typeof value !== 'number' || Number.isFinite(value))

test('whatever the table, a result holds numbers only, at most 1, inside its interval, the same for the panels exchanged', () => {
  fc.assert(
    fc.property(anyTable, fc.constantFrom('identity', 'linear', 'quadratic'), (table, weighting) => {
      const turned = countedPairs(
        abc,
        abc.map((_, at) => table.counts.map((row) => row[at] ?? 0)),
      )
      for (const coefficient of [cohenKappa, gwetAgreement]) {
        const found = coefficient(table, { weighting })
        expect(isSound(found)).toBe(true)
        const other = coefficient(turned, { weighting })
        expect(other.kind).toBe(found.kind)
        if (found.kind !== 'agreement' || other.kind !== 'agreement') continue
        expect(found.value).toBeLessThanOrEqual(1 + 1e-12)
        expect(found.interval.low).toBeLessThanOrEqual(found.value)
        expect(found.interval.high).toBeGreaterThanOrEqual(found.value - 1e-12)
        expect(other.value).toBeCloseTo(found.value, 9)
        expect(other.error).toBeCloseTo(found.error, 9)
      }
    }),
  )
})

test('two panels as several give the same AC1 as the table of pairs, and Fleiss’ kappa is Scott’s pi', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const rows = table.counts.flatMap((row, first) =>
        row.flatMap((count, second) =>
          Array.from({ length: count }, () =>
            abc.map((_, at) => Number(at === first) + Number(at === second)),
          ),
        ),
      )
      const several = gwetAgreementOfSeveral({ categories: abc, counts: rows })
      const pairs = gwetAgreement(table)
      expect(several.kind).toBe(pairs.kind)
      if (several.kind !== 'agreement' || pairs.kind !== 'agreement') return
      expect(several.value).toBeCloseTo(pairs.value, 9)
      // One is divided by n, the other by n - 1.
      expect(several.error * Math.sqrt((pairs.cases - 1) / pairs.cases)).toBeCloseTo(pairs.error, 9)
      const { first, second } = sharesOf(table)
      const chance = first.reduce((total, share, at) => total + ((share + (second[at] ?? 0)) / 2) ** 2, 0)
      const scott = (pairs.observed - chance) / (1 - chance)
      expect(figures(fleissKappa({ categories: abc, counts: rows })).value).toBeCloseTo(scott, 9)
    }),
    { numRuns: 30 },
  )
})
