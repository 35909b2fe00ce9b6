import { roundedHalfAway } from '../count/format.ts'
import { totalCode } from '../measure/measure.ts'
import type { FigureOfTable, Observation, StatisticalAnswer } from './answer.ts'

/** Which part of a table is asked for: its rows alone, rows by columns, or one row. */
export type Breakdown =
  | Readonly<{ kind: 'rows' }>
  | Readonly<{ kind: 'columns' }>
  | Readonly<{ kind: 'row'; row: string }>

/**
 * The part of an answer that was asked for, with the question in it.
 * @returns null for what the table does not hold: never a smaller part in its place
 */
export function selected(answer: StatisticalAnswer, breakdown: Breakdown): StatisticalAnswer | null {
  const { table, observations } = answer
  const asked = (query: string, holds: (one: Observation) => boolean): StatisticalAnswer => ({
    ...answer,
    query: `${answer.query}&${query}`,
    observations: observations.filter(holds),
  })
  switch (breakdown.kind) {
    case 'rows':
      return asked('breakdown=rows', ({ column }) => column === totalCode)
    case 'columns':
      return table.columns === null ? null : asked('breakdown=columns', () => true)
    case 'row': {
      const { row } = breakdown
      if (!table.rows.lines.some(({ code }) => code === row)) return null
      return asked(`breakdown=row&row=${encodeURIComponent(row)}`, (one) => one.row === row)
    }
  }
}

/** A figure as it is printed, without its shorthand; empty where there is none. */
export function printed(value: number | null, { places }: Pick<FigureOfTable, 'places'>): string {
  return value === null ? '' : roundedHalfAway(value, places)
}
