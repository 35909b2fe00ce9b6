import type { DeathFact } from '../fact/death-fact.ts'
import { codesOf } from '../fact/fact.ts'
import type { ReviewFact } from '../fact/review-fact.ts'
import type { DeathMeasure, Measure, ReviewMeasure } from '../measure/measure.ts'
import { totalCode } from '../measure/measure.ts'
import { layoutOf } from './layout.ts'
import { type Denominators, Table } from './table.ts'

/** Raised when a fact that should count carries a code the margin does not list: it must not vanish from the table. */
export class UnlistedCode extends Error {
  override name = 'UnlistedCode'
}

/**
 * Counts the facts by the measure: exact, with totals and with zeros for codes nobody carries. Deaths are counted by
 * measures of deaths and reviews by measures of reviews, by the types and at run time (`MixedPopulations`). Throws
 * `UnlistedCode` rather than lose a fact.
 */
export function tabulate(
  facts: readonly DeathFact[],
  measure: DeathMeasure,
  denominators?: Denominators,
): Table
export function tabulate(
  facts: readonly ReviewFact[],
  measure: ReviewMeasure,
  denominators?: Denominators,
): Table
export function tabulate(
  facts: readonly (DeathFact | ReviewFact)[],
  measure: Measure,
  denominators: Denominators = {},
): Table {
  const counted = facts.filter((fact) =>
    measure.filters.every(({ field, anyOf }) => codesOf(fact, field).some((code) => anyOf.includes(code))),
  )
  const { positions, shape } = layoutOf(measure)
  const counts = new Map(positions.map(({ row, column }) => [keyOf(row, column), 0]))
  const add = (row: string, column: string) => {
    const key = keyOf(row, column)
    const found = counts.get(key)
    if (found === undefined) {
      if (row === totalCode && shape === 'series') return
      throw new UnlistedCode(`measure ${measure.id} does not list every code of its facts`)
    }
    counts.set(key, found + 1)
  }
  for (const fact of counted) {
    const rows = codesOf(fact, measure.rows.field)
    const columns = measure.columns === null ? [] : codesOf(fact, measure.columns.field)
    if (
      shape !== 'overlapping' &&
      (rows.length !== 1 || columns.length !== (measure.columns === null ? 0 : 1))
    ) {
      throw new UnlistedCode(`measure ${measure.id} needs exactly one code of each margin from every fact`)
    }
    for (const row of [...rows, totalCode]) for (const column of [...columns, totalCode]) add(row, column)
  }
  return Table.parse({
    measure,
    denominators,
    cells: positions.map(({ row, column }) => ({ row, column, count: counts.get(keyOf(row, column)) ?? 0 })),
  })
}

function keyOf(row: string, column: string): string {
  return JSON.stringify([row, column])
}
