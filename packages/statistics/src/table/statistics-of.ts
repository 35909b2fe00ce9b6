import { countOf } from '../count/count.ts'
import { type PercentChange, percentChange } from '../count/percent-change.ts'
import { type Percentage, percentage } from '../count/percentage.ts'
import { type Rate, rate } from '../count/rate.ts'
import { type Measure, type Statistic, totalCode } from '../measure/measure.ts'
import type { Position } from './layout.ts'
import type { Denominators } from './table.ts'

/** The counts a statistic of a cell is made of: the cell's own first. Whoever hides one of them hides the statistic. */
export type Ingredients = Readonly<{ statistic: Statistic; cell: Position; other: Position | null }>

/** Which statistics a cell has and what each is made of. Totals have no share of themselves, first years no change. */
export function ingredientsOf(measure: Measure, cell: Position, denominators: Denominators): Ingredients[] {
  return measure.statistics.flatMap<Ingredients>((statistic) => {
    if (statistic.kind === 'rate') {
      return Object.hasOwn(denominators, cell.row) ? [{ statistic, cell, other: null }] : []
    }
    const other = statistic.kind === 'percentage' ? wholeOf(statistic.of, cell) : rowBefore(measure, cell)
    const isItself = other?.row === cell.row && other.column === cell.column
    return other === null || isItself ? [] : [{ statistic, cell, other }]
  })
}

/** One worked-out statistic. */
export type StatisticResult = Percentage | PercentChange | Rate

/** Works a statistic out from the counts of its ingredients. */
export function workOut(
  { statistic, cell }: Ingredients,
  measure: Measure,
  counts: Readonly<{ own: number; other: number | null }>,
  denominators: Denominators,
): StatisticResult {
  const own = countOf(measure.population, counts.own)
  if (statistic.kind === 'rate') {
    const denominator = denominators[cell.row]
    if (denominator === undefined) throw new RangeError('a rate needs a denominator')
    return rate(own, denominator, statistic.per)
  }
  if (counts.other === null) throw new RangeError('a share or a change needs a second count')
  const other = countOf(measure.population, counts.other)
  return statistic.kind === 'percentage' ? percentage(own, other) : percentChange(other, own)
}

function rowBefore(measure: Measure, cell: Position): Position | null {
  const codes = measure.rows.codes.map(({ code }) => code)
  const before = codes[codes.indexOf(cell.row) - 1]
  return before === undefined ? null : { row: before, column: cell.column }
}

function wholeOf(of: 'row-total' | 'column-total' | 'table-total', cell: Position): Position {
  switch (of) {
    case 'row-total':
      return { row: cell.row, column: totalCode }
    case 'column-total':
      return { row: totalCode, column: cell.column }
    case 'table-total':
      return { row: totalCode, column: totalCode }
  }
}
