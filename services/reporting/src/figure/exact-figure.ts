import { Instant } from '@cdop/domain'
import {
  CodeList,
  exactTable,
  NationalFigure,
  Percentage,
  PercentChange,
  Population,
  Rate,
  Statistic,
  type Table,
} from '@cdop/statistics'
import { z } from 'zod'
import { DaysLine } from './figure-days.ts'
import { FigureId } from './figure-tables.ts'
import { HeadlineBounds } from './headline-bounds.ts'

const Margin = z.strictObject({ title: z.string(), codes: CodeList })

/** An exact table as the people who run the panel see it: marked, with its population named. Never for publication. */
export const ExactFigure = z.strictObject({
  notForPublication: z.literal(true),
  measure: FigureId,
  measureVersion: z.number().int().positive(),
  title: z.string(),
  period: z.string(),
  areaName: z.string(),
  population: Population,
  populationName: z.string(),
  asKnownOn: Instant,
  rows: Margin,
  columns: Margin.nullable(),
  statistics: z.array(Statistic),
  /** What percentages and rates are of, in words. */
  denominator: z.string(),
  notes: z.array(z.string()),
  cells: z.array(
    z.strictObject({
      row: z.string(),
      column: z.string(),
      count: z.number().int().nonnegative(),
      statistics: z.array(
        z.strictObject({ label: z.string(), result: z.union([Percentage, PercentChange, Rate]) }),
      ),
    }),
  ),
  /** Days from death to review, for a table of times taken. */
  days: z.array(DaysLine),
  /** What was printed of England for these years, as it was printed. */
  national: z.array(NationalFigure),
  /** The headline of the table, if every unknown went one way or the other. */
  bounds: z.array(HeadlineBounds),
})
export type ExactFigure = z.infer<typeof ExactFigure>

/** The exact view of a table. */
export function exactFigure(
  measure: FigureId,
  table: Table,
  about: Readonly<{
    areaName: string
    asKnownOn: Instant
    days?: readonly DaysLine[]
    bounds?: readonly HeadlineBounds[]
    national?: readonly NationalFigure[]
  }>,
): ExactFigure {
  const { rows, columns, population, version } = table.measure
  return ExactFigure.parse({
    ...exactTable(table),
    days: [],
    bounds: [],
    national: [],
    ...about,
    measure,
    measureVersion: version,
    population,
    rows: { title: rows.title, codes: rows.codes },
    columns: columns && { title: columns.title, codes: columns.codes },
  })
}
