import { populationNames } from '../count/count.ts'
import type { Statistic } from '../measure/measure.ts'
import type { Position } from './layout.ts'
import { ingredientsOf, type StatisticResult, workOut } from './statistics-of.ts'
import type { Table } from './table.ts'

/** One cell of the internal view: its count and what was worked out from it. */
export type ExactCell = Position &
  Readonly<{ count: number; statistics: readonly Readonly<{ label: string; result: StatisticResult }>[] }>

/** The internal view: exact figures for the people who run the panel, never for publication. */
export type ExactTable = Readonly<{
  notForPublication: true
  title: string
  period: string
  populationName: string
  denominator: string
  notes: readonly string[]
  statistics: readonly Statistic[]
  cells: readonly ExactCell[]
}>

/** The exact counts, percentages, changes and rates of a table, with its population named on it. */
export function exactTable(table: Table): ExactTable {
  const { measure, denominators } = table
  const countAt = ({ row, column }: Position) =>
    table.cells.find((cell) => cell.row === row && cell.column === column)?.count ?? 0
  return {
    notForPublication: true,
    title: measure.title,
    period: measure.period,
    populationName: populationNames[measure.population],
    denominator: measure.denominator,
    notes: measure.notes,
    statistics: measure.statistics,
    cells: table.cells.map((cell) => ({
      ...cell,
      statistics: ingredientsOf(measure, cell, denominators).map((made) => ({
        label: made.statistic.label,
        result: workOut(
          made,
          measure,
          { own: cell.count, other: made.other && countAt(made.other) },
          denominators,
        ),
      })),
    })),
  }
}
