import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deathsByYear } from '../measure/death-measures.ts'
import { type Measure, ReviewMeasure } from '../measure/measure.ts'
import {
  mostFrequentModifiableFactors,
  reviewsByCategoryAndModifiability,
  reviewsByModifiability,
} from '../measure/review-measures.ts'
import { protect } from '../protection/protect.ts'
import type { PublishedTable } from '../protection/published-table.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import { type Layout, layoutOf } from '../table/layout.ts'
import { Table } from '../table/table.ts'
import { everyInterior, withTotals } from '../testing.ts'
import { type Earlier, revise } from './revise.ts'

const year = reportingYearFrom('2021-22')
const byModifiability = reviewsByModifiability(year)
const wide = reviewsByCategoryAndModifiability(year)
const threeByTwo = ReviewMeasure.parse({
  ...wide,
  rows: { ...wide.rows, codes: wide.rows.codes.slice(0, 3) },
  columns: wide.columns && { ...wide.columns, codes: wide.columns.codes.slice(0, 2) },
})

function givenTable(measure: Measure, counts: readonly number[]): Table {
  return Table.parse({
    measure,
    denominators: {},
    cells: layoutOf(measure).positions.map((position, at) => ({ ...position, count: counts[at] })),
  })
}

/** The first release of these counts; null where it is withheld. */
function firstOf(measure: Measure, counts: readonly number[]): PublishedTable | null {
  const outcome = protect(givenTable(measure, counts))
  return outcome.outcome === 'published' ? outcome.table : null
}

function earlierOf(first: PublishedTable, counts: readonly number[]): Earlier[] {
  return first.cells.map(({ count }, at) => ({ count, basis: counts[at] ?? 0 }))
}

function secondOf(measure: Measure, before: readonly number[], now: readonly number[]) {
  const first = firstOf(measure, before)
  if (first === null) throw new Error('the first release was withheld')
  const revised = revise(givenTable(measure, now), earlierOf(first, before))
  if (revised === null) throw new Error('the earlier figures do not stand')
  return { first: shownIn(first), now: shownIn(revised.table), changed: revised.changed }
}

const shownIn = (table: PublishedTable) =>
  table.cells.map(({ count }) => (count.kind === 'shown' ? count.value : null))

describe('a table that was released before', () => {
  test('keeps a figure that would differ by fewer than five, and its total with it', () => {
    const { now, changed } = secondOf(byModifiability, [30, 25, 20, 75], [31, 29, 16, 76])
    expect(now).toEqual([30, 25, 20, 75])
    expect(changed).toEqual([])
  })

  test('changes one that differs by five or more and says so; the total is the sum of what stands', () => {
    const { now, changed } = secondOf(byModifiability, [30, 25, 20, 75], [36, 26, 20, 82])
    expect(now).toEqual([36, 25, 20, 81])
    expect(changed).toEqual([
      { row: 'modifiable-factors-identified', column: 'total', before: 30, after: 36 },
      { row: 'total', column: 'total', before: 75, after: 81 },
    ])
  })

  test('tells no hidden count by showing next time what was hidden beside it', () => {
    // Protected anew, 8 and 7 would be shown, and the first total less 30 and 7 is the 3.
    expect(shownIn(firstOf(byModifiability, [30, 8, 7, 45]) ?? expect.fail())).toEqual([30, 8, 7, 45])
    const { first, now } = secondOf(byModifiability, [30, 3, 7, 40], [30, 8, 7, 45])
    expect(first).toEqual([30, null, null, 40])
    expect(now).toEqual([30, null, null, 40])
  })

  test('shows no small count, however far a figure falls', () => {
    expect(secondOf(byModifiability, [30, 25, 20, 75], [30, 25, 3, 58]).now).toEqual([30, 25, 20, 75])
    expect(secondOf(byModifiability, [30, 25, 20, 75], [3, 45, 20, 68]).now).toEqual([30, 45, 20, 95])
  })

  test('changes no total by a few because large changes cancel out', () => {
    expect(secondOf(byModifiability, [30, 25, 20, 75], [37, 19, 20, 76]).now).toEqual([37, 25, 20, 82])
    expect(secondOf(byModifiability, [30, 25, 20, 75], [36, 19, 20, 75]).now).toEqual([36, 19, 20, 75])
  })

  test('of years side by side: each is held to what was released of it, a new one to nothing', () => {
    const years = ['2019-20', '2020-21', '2021-22'].map(reportingYearFrom)
    const was: Earlier[] = [
      { count: { kind: 'shown', value: 40 }, basis: 40 },
      { count: { kind: 'hidden' }, basis: 2 },
      null,
    ]
    const revised = revise(givenTable(deathsByYear(years), [43, 30, 3]), was)
    expect(revised && shownIn(revised.table)).toEqual([40, null, null])
    const later = revise(givenTable(deathsByYear(years), [45, 30, 12]), was)
    expect(later && shownIn(later.table)).toEqual([45, null, 12])
    expect(later?.changed).toEqual([{ row: '2019-20', column: 'total', before: 40, after: 45 }])
  })

  test('of factors: a row never counts more than the reviews there are, and a hidden one stays uncertain', () => {
    const codebook = ['a', 'b', 'c'].map((code) => ({ code, label: code }))
    const factors = mostFrequentModifiableFactors(year, codebook)
    expect(secondOf(factors, [20, 6, 10, 30], [34, 6, 10, 34]).now).toEqual([20, 6, 10, 30])
    expect(secondOf(factors, [20, 3, 10, 30], [31, 9, 10, 41]).now).toEqual([31, null, 10, 41])
    // 28 of 30 is hidden for the two that lack it: beside 41 nothing would explain it.
    expect(secondOf(factors, [20, 28, 10, 30], [31, 28, 10, 41]).now).toEqual([20, null, 10, 30])
  })

  test('whose earlier figures do not fit together is not revised', () => {
    const first = firstOf(byModifiability, [30, 3, 7, 40]) ?? expect.fail()
    const wrong = earlierOf(first, [30, 2, 7, 40])
    expect(revise(givenTable(byModifiability, [30, 3, 7, 40]), wrong)).toBeNull()
  })
})

/** Every value a hidden inner cell can have, for somebody who knows all that these releases show. */
function possible(layout: Layout, releases: readonly (readonly (number | null)[])[], most: number) {
  const totals = new Set(layout.lines.map(({ total }) => total))
  const open = layout.positions.flatMap((_, at) =>
    releases[0]?.[at] === null && !totals.has(at) ? [at] : [],
  )
  const values = new Map(open.map((at) => [at, new Set<number>()]))
  for (const guess of everyInterior(open.length, most)) {
    const fits = releases.every((shown) => {
      const counts = shown.map((count) => count ?? 0)
      for (const [index, at] of open.entries()) counts[at] = guess[index] ?? 0
      for (const { total, parts } of layout.lines) {
        counts[total] = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0)
      }
      return shown.every((count, at) => count === null || count === counts[at])
    })
    if (fits) for (const [index, at] of open.entries()) values.get(at)?.add(guess[index] ?? 0)
  }
  return values
}

describe('whoever holds two releases of a table', () => {
  const shapes = [
    { measure: byModifiability, rows: 3, columns: 1, oneWay: true },
    { measure: threeByTwo, rows: 3, columns: 2, oneWay: false },
  ]
  test.each(shapes)('learns no hidden count of $rows × $columns cells by comparing them', (shape) => {
    const { measure, rows, columns, oneWay } = shape
    const layout = layoutOf(measure)
    const counts = fc.array(fc.integer({ min: 0, max: 13 }), {
      minLength: rows * columns,
      maxLength: rows * columns,
    })
    const changes = fc.array(fc.integer({ min: -9, max: 9 }), {
      minLength: rows * columns,
      maxLength: rows * columns,
    })
    const table = (inner: readonly number[]) =>
      withTotals(
        Array.from({ length: rows }, (_, row) => inner.slice(row * columns, (row + 1) * columns)),
        oneWay,
      )
    let revisions = 0
    fc.assert(
      fc.property(counts, changes, (before, change) => {
        const was = table(before)
        const first = firstOf(measure, was)
        if (first === null) return
        const now = table(before.map((count, at) => Math.max(0, count + (change[at] ?? 0))))
        const revised = revise(givenTable(measure, now), earlierOf(first, was))
        expect(revised).not.toBeNull()
        if (revised === null) return
        const [one, two] = [shownIn(first), shownIn(revised.table)]
        for (const [at, value] of two.entries()) {
          const old = one[at] ?? null
          expect(value === null).toBe(old === null)
          if (value === null || old === null) continue
          expect(value === old || Math.abs(value - old) >= 5).toBe(true)
          expect(value >= 1 && value < 5).toBe(false)
        }
        const open = one.filter((value) => value === null).length
        if (open === 0 || open > 4 || revised.changed.length === 0) return
        revisions += 1
        expect(possible(layout, [one, two], 14)).toEqual(possible(layout, [one], 14))
      }),
      { numRuns: 120 },
    )
    expect(revisions).toBeGreaterThan(0)
  })

  test('would learn one if the second were protected for itself: the property can fail', () => {
    const alone = [
      [30, 3, 7, 40],
      [30, 8, 7, 45],
    ].map((counts) => shownIn(firstOf(byModifiability, counts) ?? expect.fail()))
    const [one, two] = alone
    if (one === undefined || two === undefined) throw new Error('two releases')
    // Nothing but the total and the hidden two differ: assuming that the 7 stood, the other was 3.
    const known = one.map((value, at) => (value === null && at === 2 ? (two[at] ?? null) : value))
    expect([...(possible(layoutOf(byModifiability), [known], 14).get(1) ?? [])]).toEqual([3])
  })
})
