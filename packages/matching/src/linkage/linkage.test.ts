import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { febrlComparison } from '../febrl/febrl-comparison.ts'
import { personOf, readFebrl } from '../febrl/febrl-record.ts'
import { inventedFebrl } from '../testing-febrl.ts'
import { accuracyOf } from './accuracy.ts'
import { entitiesOf } from './entities.ts'
import { linkRecords } from './link-records.ts'
import { logOdds, probabilityOf, termSharesOf } from './model.ts'

describe('people put together from pairs', () => {
  const oddsOf = (odds: Record<string, number>) => (one: number, other: number) =>
    odds[[one, other].toSorted((a, b) => a - b).join()] ?? -20

  test('are carried over a weak pair between strong ones', () => {
    const odds = { '0,1': 9, '1,2': 8, '0,2': -3 }
    const scored = [
      { one: 0, other: 1, odds: 9 },
      { one: 1, other: 2, odds: 8 },
    ]
    expect(new Set(entitiesOf(3, scored, oddsOf(odds))).size).toBe(1)
  })

  test('are not joined by a chance likeness of two of them', () => {
    const odds = { '0,1': 20, '2,3': 20, '1,2': 1 }
    const scored = Object.entries(odds).map(([pair, value]) => {
      const [one = 0, other = 0] = pair.split(',').map(Number)
      return { one, other, odds: value }
    })
    const entities = entitiesOf(4, scored, oddsOf(odds))
    expect(entities[0]).toBe(entities[1])
    expect(entities[2]).toBe(entities[3])
    expect(entities[0]).not.toBe(entities[2])
  })
})

describe('what agreement is worth', () => {
  const model = { same: [[0.9, 0.1]], different: [[0.01, 0.99]], share: 0.5 }

  test('is more for a rare value than for a common one, and nothing where a value is missing', () => {
    const terms = [['rare'], ['rare'], ...Array.from({ length: 98 }, () => ['common'])]
    const of = termSharesOf(terms)
    expect(logOdds(model, [0], { of, terms: ['rare'] })).toBeGreaterThan(
      logOdds(model, [0], { of, terms: ['common'] }),
    )
    expect(probabilityOf(logOdds(model, [-1]))).toBeCloseTo(0.5, 12)
  })

  test('of a value does not fall because one person occurs often', () => {
    const terms = [['a'], ['a'], ['a'], ['b']]
    expect(termSharesOf(terms)[0]?.get('a')).toBe(0.75)
    expect(termSharesOf(terms, [0, 0, 0, 3])[0]?.get('a')).toBe(0.5)
  })
})

test('a probability means what it says: of pairs said to be likely so much, so many are of one person', () => {
  const sums = { said: 0, squared: 0, right: 0, pairs: 0 }
  for (const seed of [11, 12]) {
    const plan = {
      seed,
      originals: 300,
      duplicates: 300,
      mostDuplicates: 1,
      mostChangesInField: 4,
      mostChangesInRecord: 16,
    }
    const records = readFebrl(inventedFebrl(plan))
    const truth = records.map(personOf)
    for (const { one, other, probability } of linkRecords(febrlComparison, records).pairs) {
      const right = truth[one] === truth[other] ? 1 : 0
      sums.said += probability
      sums.right += right
      sums.squared += (probability - right) ** 2
      sums.pairs += 1
    }
  }
  expect(sums.pairs).toBeGreaterThan(500)
  expect(Math.abs(sums.said - sums.right) / sums.pairs).toBeLessThan(0.01)
  expect(sums.squared / sums.pairs).toBeLessThan(0.01)
})

test('accuracy counts pairs, however people are numbered', () => {
  expect(accuracyOf([7, 7, 7, 2], ['a', 'a', 'b', 'b'])).toMatchObject({
    truePairs: 2,
    foundPairs: 3,
    rightPairs: 1,
    precision: 1 / 3,
    recall: 1 / 2,
  })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), (people) => {
      expect(
        accuracyOf(
          people.map((one) => one * 3 + 1),
          people.map(String),
        ).f1,
      ).toBe(1)
    }),
  )
})
