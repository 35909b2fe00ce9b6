import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deathsByAgeAndSex, deathsByYear } from '../measure/death-measures.ts'
import type { Measure } from '../measure/measure.ts'
import { reviewsByModifiability } from '../measure/review-measures.ts'
import { protect } from '../protection/protect.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import { layoutOf } from '../table/layout.ts'
import { Table } from '../table/table.ts'
import { answerOf } from './observations.ts'
import { selected } from './select.ts'

const year = reportingYearFrom('2021-22')
const release = {
  releaseId: 'release-7',
  title: 'Child death review',
  areaName: 'Nowhere',
  reportingYear: year.code,
  asKnownOn: '2023-01-01T00:00:00.000Z',
  builtAt: '2023-01-01T00:00:00.000Z',
  hash: 'ab',
}

function tableOf(measure: Measure, counts: readonly number[], denominators = {}): Table {
  return Table.parse({
    measure,
    denominators,
    cells: layoutOf(measure).positions.map((position, at) => ({ ...position, count: counts[at] })),
  })
}

function answer(
  measure: Measure,
  counts: readonly number[],
  denominators = {},
  asKnownOn = release.asKnownOn,
) {
  const outcome = protect(tableOf(measure, counts, denominators))
  if (outcome.outcome === 'withheld') throw new Error(outcome.says)
  return answerOf(measure.id, outcome.table, { ...release, asKnownOn })
}

describe('an answer', () => {
  test('says each figure with its limits at 95% and 99.8%, its count and what it is of', () => {
    const { observations } = answer(reviewsByModifiability(year), [30, 25, 20, 75])
    expect(observations[1]).toEqual({
      row: 'modifiable-factors-identified',
      column: 'total',
      figure: 'percentage',
      value: 40,
      shorthand: null,
      lower95: 29.7,
      upper95: 51.3,
      lower998: 24.6,
      upper998: 57.6,
      count: 30,
      denominator: 75,
      inReportingDelayPeriod: false,
    })
  })

  test('has [c] for what is hidden and everything made of it, and [z] where there is nothing to say', () => {
    const { observations } = answer(reviewsByModifiability(year), [30, 25, 2, 57])
    const said = observations.map(({ value, shorthand }) => value ?? shorthand)
    expect(said).toEqual([30, 52.6, '[c]', '[c]', '[c]', '[c]', 57, '[z]'])
    for (const hidden of observations.filter(({ shorthand }) => shorthand === '[c]')) {
      expect(hidden).toMatchObject({
        lower95: null,
        upper95: null,
        lower998: null,
        upper998: null,
        denominator: null,
      })
    }
  })

  test('marks rates of fewer than 20, and has none without children to divide by', () => {
    const years = ['2020-21', '2021-22'].map(reportingYearFrom)
    const children = { value: 100_000, name: 'Children', source: 'Invented' }
    const { observations, table } = answer(deathsByYear(years), [12, 20], { '2020-21': children })
    const rates = observations.filter(({ figure }) => figure === 'rate')
    expect(rates).toMatchObject([
      { value: 12, shorthand: '[u]', denominator: 100_000 },
      { value: null, shorthand: '[x]', denominator: null },
    ])
    expect(table.denominators).toEqual([{ row: '2020-21', ...children }])
  })

  test('says which years may still grow', () => {
    const years = ['2020-21', '2021-22'].map(reportingYearFrom)
    const delayed = (asKnownOn: string) =>
      answer(deathsByYear(years), [12, 20], {}, asKnownOn)
        .observations.filter(({ figure }) => figure === 'number')
        .map(({ inReportingDelayPeriod }) => inReportingDelayPeriod)
    expect(delayed('2022-06-28T00:00:00.000Z')).toEqual([false, true])
    expect(delayed('2022-06-29T00:00:00.000Z')).toEqual([false, false])
    expect(delayed('2022-01-01T00:00:00.000Z')).toEqual([false, true])
  })

  test('gives the part that was asked for and says so, or nothing: never a smaller part', () => {
    const whole = answer(deathsByAgeAndSex(year), counts([30, 20, 0, 0], [10, 40, 0, 0]))
    const rows = selected(whole, { kind: 'rows' })
    expect(rows?.query).toBe('table=N2&breakdown=rows')
    expect(new Set(rows?.observations.map(({ column }) => column))).toEqual(new Set(['total']))
    expect(selected(whole, { kind: 'row', row: '1-4y' })?.observations).toHaveLength(10)
    expect(selected(whole, { kind: 'row', row: 'nobody' })).toBeNull()
    const flat = answer(reviewsByModifiability(year), [30, 25, 20, 75])
    expect(selected(flat, { kind: 'columns' })).toBeNull()
  })
})

/** The cells of N2 from its first two rows; the others are 0. */
function counts(first: readonly number[], second: readonly number[]): number[] {
  const rows = [first, second, ...Array.from({ length: 4 }, () => [0, 0, 0, 0])]
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const columns = [0, 1, 2, 3].map((at) => sum(rows.map((row) => row[at] ?? 0)))
  return [...rows.flatMap((row) => [...row, sum(row)]), ...columns, sum(columns)]
}

describe('what is hidden', () => {
  test('changes nothing of an answer: two areas whose published tables are equal are told the same', () => {
    const small = fc.integer({ min: 0, max: 7 })
    let told = 0
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (parts, by) => {
          const other = [parts[0] ?? 0, (parts[1] ?? 0) + by, Math.max(0, (parts[2] ?? 0) - by)]
          const [one, two] = [parts, other].map((cells) => {
            const measure = reviewsByModifiability(year)
            const outcome = protect(tableOf(measure, [...cells, cells.reduce((all, cell) => all + cell, 0)]))
            return outcome.outcome === 'published' ? outcome.table : null
          })
          if (!one || !two || JSON.stringify(one.cells) !== JSON.stringify(two.cells)) return
          told += 1
          expect(JSON.stringify(answerOf('R1', one, release))).toBe(
            JSON.stringify(answerOf('R1', two, release)),
          )
        },
      ),
      { numRuns: 250 },
    )
    expect(told).toBeGreaterThan(5)
  })
})
