import { describe, expect, test } from 'vitest'
import { MixedPopulations } from '../count/count.ts'
import { DeathFact } from '../fact/death-fact.ts'
import { ReviewFact } from '../fact/review-fact.ts'
import { deathsByAgeAndSex, deathsByPlace, deathsByYear } from '../measure/death-measures.ts'
import { DeathMeasure } from '../measure/measure.ts'
import {
  mostFrequentModifiableFactors,
  reviewsByCategoryAndModifiability,
  reviewsByModifiability,
} from '../measure/review-measures.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import { exactTable } from './exact-table.ts'
import { Table } from './table.ts'
import { tabulate, UnlistedCode } from './tabulate.ts'

const year = reportingYearFrom('2021-22')

function givenDeaths(count: number, part: Partial<DeathFact> = {}): DeathFact[] {
  return Array.from({ length: count }, (_, at) =>
    DeathFact.parse({
      caseId: `death-${at}`,
      areaId: 'herefordshire-and-worcestershire',
      diedInYear: '2021-22',
      ageBand: '0-27d',
      sex: 'male',
      ethnicGroup: 'white',
      placeOfDeath: 'hospice',
      expectedness: 'expected',
      ...part,
    }),
  )
}

function givenReview(at: number, part: Partial<ReviewFact> = {}): ReviewFact {
  return ReviewFact.parse({
    caseId: `review-${at}`,
    areaId: 'herefordshire-and-worcestershire',
    reviewedInYear: '2021-22',
    primaryCategory: 8,
    modifiability: 'no-modifiable-factors',
    modifiableFactorCodes: [],
    ageBand: '0-27d',
    sex: 'female',
    ...part,
  })
}

/** The 28 reviews of Herefordshire and Worcestershire 2021/22 as printed: 16 modifiable; 10, 7, 5 and 8 with each factor. */
const reviewsOf2021 = Array.from({ length: 28 }, (_, at) =>
  givenReview(at, {
    modifiability: at < 16 ? 'modifiable-factors-identified' : 'no-modifiable-factors',
    modifiableFactorCodes: [
      ...(at < 10 ? ['prematurity'] : []),
      ...(at >= 9 && at < 16 ? ['smoking'] : []),
      ...(at < 5 ? ['neonatal-care'] : []),
      ...(at >= 8 && at < 16 ? ['complex-families'] : []),
    ],
  }),
)

const codebook = [
  { code: 'prematurity', label: 'Prematurity' },
  { code: 'smoking', label: 'Smoking' },
  { code: 'neonatal-care', label: 'Neonatal care' },
  { code: 'complex-families', label: 'Complex families' },
  { code: 'unsafe-sleep', label: 'Unsafe sleep' },
]

describe('internal exact tables', () => {
  test('show the 28 reviews with 16 modifiable, 57.1%, and name the population', () => {
    const exact = exactTable(tabulate(reviewsOf2021, reviewsByModifiability(year)))
    expect(exact.notForPublication).toBe(true)
    expect(exact.populationName).toMatch(/^Reviews completed/)
    expect(exact.cells.map(({ count }) => count)).toEqual([16, 12, 0, 28])
    expect(exact.cells[0]?.statistics[0]?.result).toMatchObject({ numerator: 16, denominator: 28 })
    expect(exact.cells[3]?.statistics).toEqual([])
  })

  test('count a review under each of its factors, as a share of all reviews', () => {
    const exact = exactTable(tabulate(reviewsOf2021, mostFrequentModifiableFactors(year, codebook)))
    expect(exact.cells.map(({ row, count }) => [row, count])).toEqual([
      ['prematurity', 10],
      ['smoking', 7],
      ['neonatal-care', 5],
      ['complex-families', 8],
      ['unsafe-sleep', 0],
      ['total', 28],
    ])
    expect(exact.cells[1]?.statistics[0]?.result).toMatchObject({ percent: 25, denominator: 28 })
  })

  test('show the change on the year before, and a rate where a denominator is given', () => {
    const years = [reportingYearFrom('2020-21'), year]
    const facts = [
      ...givenDeaths(40, { diedInYear: '2020-21' }),
      ...givenDeaths(43),
      ...givenDeaths(9, { diedInYear: '2019-20' }),
    ]
    const children = { value: 170_000, name: 'Children', source: 'Invented' }
    const exact = exactTable(tabulate(facts, deathsByYear(years), { '2021-22': children }))
    expect(exact.period).toBe('Year ending 31 March 2021 to year ending 31 March 2022')
    expect(exact.cells).toMatchObject([
      { count: 40, statistics: [] },
      { count: 43, statistics: [{ result: { percent: 7.5 } }, { result: { kind: 'rate', numerator: 43 } }] },
    ])
  })

  test('keep zeros for what nobody died of, and totals that add up', () => {
    const facts = [...givenDeaths(3), ...givenDeaths(2, { sex: 'female', ageBand: '5-9y' })]
    const table = tabulate(facts, deathsByAgeAndSex(year))
    expect(table.cells).toHaveLength(7 * 5)
    expect(table.cells.at(-1)).toEqual({ row: 'total', column: 'total', count: 5 })
    expect(tabulate(facts, deathsByPlace(year)).cells).toHaveLength(18)
    expect(
      tabulate([], reviewsByCategoryAndModifiability(year)).cells.every(({ count }) => count === 0),
    ).toBe(true)
  })
})

describe('a table cannot be counted wrongly', () => {
  test('deaths counted by a measure of reviews are refused', () => {
    const facts: readonly unknown[] = givenDeaths(3)
    expect(() => Reflect.apply(tabulate, null, [facts, reviewsByModifiability(year)])).toThrow(
      MixedPopulations,
    )
  })

  test('a fact whose code the margin does not list is not lost in silence', () => {
    const measure = mostFrequentModifiableFactors(year, codebook.slice(0, 1))
    expect(() => tabulate(reviewsOf2021, measure)).toThrow(UnlistedCode)
  })

  test('a measure cannot cut deaths by a field of reviews, list a code twice, or call a code "total"', () => {
    const measure = deathsByPlace(year)
    const rows = (part: object) =>
      DeathMeasure.safeParse({ ...measure, rows: { ...measure.rows, ...part } }).success
    const code = { code: 'home', label: 'Home' }
    expect(rows({})).toBe(true)
    expect(rows({ field: 'modifiability' })).toBe(false)
    expect(rows({ codes: [code, code] })).toBe(false)
    expect(rows({ codes: [{ code: 'total', label: 'Total' }] })).toBe(false)
  })

  test('a table whose totals do not add up does not parse', () => {
    const table = tabulate(reviewsOf2021, reviewsByModifiability(year))
    const cells = table.cells.map((cell) => (cell.row === 'total' ? { ...cell, count: 29 } : cell))
    expect(Table.safeParse(table).success).toBe(true)
    expect(Table.safeParse({ ...table, cells }).success).toBe(false)
    expect(Table.safeParse({ ...table, cells: table.cells.slice(1) }).success).toBe(false)
  })
})
