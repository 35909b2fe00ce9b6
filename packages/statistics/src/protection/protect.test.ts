import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deathsByYear } from '../measure/death-measures.ts'
import { type Measure, ReviewMeasure } from '../measure/measure.ts'
import {
  mostFrequentModifiableFactors,
  reviewsByCategoryAndModifiability,
  reviewsByModifiability,
} from '../measure/review-measures.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import { layoutOf } from '../table/layout.ts'
import { Table } from '../table/table.ts'
import { everyInterior, givenLayout, protectedShape, withTotals } from '../testing.ts'
import { auditedTable, protect, UnsafeTable } from './protect.ts'
import { PublishedTable } from './published-table.ts'
import { ProtectionRule } from './rule.ts'

const year = reportingYearFrom('2021-22')

function givenTable(measure: Measure, counts: readonly number[], denominators = {}): Table {
  return Table.parse({
    measure,
    denominators,
    cells: layoutOf(measure).positions.map((position, at) => ({ ...position, count: counts[at] })),
  })
}

function published(table: Table, settings = {}): PublishedTable {
  const outcome = protect(table, settings)
  if (outcome.outcome === 'withheld') throw new Error(outcome.says)
  return outcome.table
}

function seen(table: PublishedTable): (number | '[c]')[] {
  return table.cells.map(({ count }) => (count.kind === 'shown' ? count.value : '[c]'))
}

const byModifiability = reviewsByModifiability(year)

describe('one row with its total', () => {
  test('12, 3, 7 of 22: the 3 is hidden and one more with it; the total stays', () => {
    expect(seen(published(givenTable(byModifiability, [12, 3, 7, 22])))).toEqual([12, '[c]', '[c]', 22])
  })

  test('0, 0, 22: zeros that tell about everyone are hidden, unless the table is declared not disclosive', () => {
    const table = givenTable(byModifiability, [0, 0, 22, 22])
    expect(seen(published(table))).toEqual(['[c]', '[c]', '[c]', 22])
    expect(seen(published(table, { hideLoneCategories: false }))).toEqual([0, 0, 22, 22])
  })

  test('the 28 reviews of Herefordshire and Worcestershire: 16 and 12 are shown, no percentage of so few', () => {
    const table = published(givenTable(byModifiability, [16, 12, 0, 28]))
    expect(seen(table)).toEqual([16, 12, 0, 28])
    expect(table.cells[0]?.statistics).toEqual([{ kind: 'denominator-too-small', label: '% of all reviews' }])
  })

  test('with 50 or more the percentage is published, with its interval, and goes with a hidden count', () => {
    const table = published(givenTable(byModifiability, [30, 25, 2, 57]))
    expect(seen(table)).toEqual([30, '[c]', '[c]', 57])
    expect(table.cells[0]?.statistics[0]).toMatchObject({ kind: 'shown', result: { numerator: 30 } })
    expect(table.cells[2]?.statistics).toEqual([{ kind: 'hidden', label: '% of all reviews' }])
  })

  test('nothing happened: every zero is shown', () => {
    expect(seen(published(givenTable(byModifiability, [0, 0, 0, 0])))).toEqual([0, 0, 0, 0])
  })

  test('three reviews in all: the table is withheld, with a reason', () => {
    expect(protect(givenTable(byModifiability, [1, 2, 0, 3]))).toMatchObject({
      outcome: 'withheld',
      reason: 'nothing-left-to-show',
      says: expect.stringContaining('so small'),
    })
  })
})

describe('years and factors', () => {
  test('a year of few deaths is hidden with every change and rate it enters', () => {
    const years = ['2019-20', '2020-21', '2021-22', '2022-23'].map(reportingYearFrom)
    const children = { value: 100_000, name: 'Children', source: 'Invented' }
    const table = published(
      givenTable(deathsByYear(years), [40, 4, 44, 55], { '2020-21': children, '2022-23': children }),
    )
    expect(seen(table)).toEqual([40, '[c]', 44, 55])
    expect(table.cells.map(({ statistics }) => statistics.map(({ kind }) => kind))).toEqual([
      [],
      ['hidden', 'hidden'],
      ['hidden'],
      ['shown', 'shown'],
    ])
  })

  test('a factor in few reviews, or missing in few, or in all, is hidden', () => {
    const codebook = ['a', 'b', 'c', 'd', 'e'].map((code) => ({ code, label: code }))
    const measure = mostFrequentModifiableFactors(year, codebook)
    const table = published(givenTable(measure, [4, 57, 60, 20, 0, 60]))
    expect(seen(table)).toEqual(['[c]', '[c]', '[c]', 20, 0, 60])
    expect(table.cells[0]?.statistics[0]?.kind).toBe('hidden')
  })
})

describe('two-way tables', () => {
  const byCategory = reviewsByCategoryAndModifiability(year)
  const rows = [
    [9, 2, 0],
    [6, 5, 0],
    [14, 8, 1],
    [1, 12, 0],
    [7, 6, 0],
    [5, 11, 2],
    [6, 39, 1],
    [38, 60, 5],
    [8, 9, 0],
    [12, 1, 0],
  ]

  test('hide every small count, stay auditable, and still publish two cells in five of a sparse table', () => {
    const table = published(givenTable(byCategory, withTotals(rows)))
    for (const { count } of table.cells)
      if (count.kind === 'shown') expect([1, 2, 3, 4]).not.toContain(count.value)
    expect(table.audit.verdict).toBe('safe')
    expect(table.audit.hidden.length).toBe(table.audit.cells - table.audit.shownCells)
    expect(table.audit.shareShown).toBeGreaterThan(0.4)
    expect(table.populationName).toMatch(/^Reviews/)
  })

  test('are protected the same way every time', () => {
    const table = givenTable(byCategory, withTotals(rows))
    expect(protect(table)).toEqual(protect(table))
  })

  test('say nothing about which hidden cell was small', () => {
    const table = published(givenTable(byCategory, withTotals(rows)))
    const kinds = new Set(
      table.cells.flatMap(({ count }) => (count.kind === 'hidden' ? [JSON.stringify(count)] : [])),
    )
    expect([...kinds]).toEqual(['{"kind":"hidden"}'])
  })
})

describe('an unsafe table cannot be made', () => {
  const table = givenTable(byModifiability, [12, 3, 7, 22])
  const rule = ProtectionRule.parse({})

  test('hiding too little throws', () => {
    const layout = layoutOf(byModifiability)
    expect(() => auditedTable(table, layout, new Set([1]), rule)).toThrow(UnsafeTable)
    expect(() => auditedTable(table, layout, new Set(), rule)).toThrow(UnsafeTable)
  })

  test('a stored table is attacked again when it is read', () => {
    const safe = published(table)
    expect(PublishedTable.parse(JSON.parse(JSON.stringify(safe)))).toEqual(safe)
    const cells = safe.cells.map((cell) =>
      cell.row === 'inadequate-information' ? { ...cell, count: { kind: 'shown', value: 7 } } : cell,
    )
    expect(PublishedTable.safeParse({ ...safe, cells }).success).toBe(false)
  })

  test('a threshold too low to hide anything is refused', () => {
    expect(() => protect(table, { threshold: 3 })).toThrow()
  })

  test('a measure with columns must add up', () => {
    const measure = { ...reviewsByCategoryAndModifiability(year), shape: 'overlapping' }
    expect(ReviewMeasure.safeParse(measure).success).toBe(false)
  })
})

describe('the attacker never narrows a hidden cell below three values', { timeout: 120_000 }, () => {
  test('in every 2 by 3 table with counts 0 to 2', () => {
    const layout = givenLayout(2, 3)
    let tables = 0
    for (const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] of everyInterior(6, 2)) {
      const rows = [
        [a, b, c],
        [d, e, f],
      ]
      expect(protectedShape(layout, withTotals(rows)).fault, JSON.stringify(rows)).toBeNull()
      tables += 1
    }
    expect(tables).toBe(729)
  })

  test.each([
    [2, 3, 9, 300],
    [5, 0, 30, 300],
    [6, 2, 25, 150],
    [10, 3, 40, 40],
  ])('in any %i by %i table, whatever the threshold', (rows, columns, most, runs) => {
    const layout = givenLayout(rows, columns)
    const count = fc.oneof(fc.nat(most), fc.nat(5), fc.constant(0))
    const width = Math.max(1, columns)
    const grids = fc.array(fc.array(count, { minLength: width, maxLength: width }), {
      minLength: rows,
      maxLength: rows,
    })
    fc.assert(
      fc.property(grids, fc.constantFrom(5, 8, 10), fc.boolean(), (grid, threshold, hideLoneCategories) => {
        const counts = withTotals(grid, columns === 0)
        expect(protectedShape(layout, counts, { threshold, hideLoneCategories }).fault).toBeNull()
      }),
      { numRuns: runs },
    )
  })
})
