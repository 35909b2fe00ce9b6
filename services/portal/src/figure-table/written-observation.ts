import {
  type FigureOfTable,
  type Observation,
  printed,
  type StatisticalAnswer,
  type TableDescription,
  totalCode,
} from '@cdop/statistics'
import type { FigureCell, FigureTable } from './figure-table.ts'
import { writtenCount, writtenDenominator } from './written-statistic.ts'

/** A figure as people read it, without its interval: "3,577", "57.1%", "12.4 [u]", "[c]". */
export function writtenValue({ value, shorthand }: Observation, figure: FigureOfTable): string {
  if (value === null) return shorthand ?? ''
  const written = figure.kind === 'number' ? writtenCount(value) : printed(value, figure)
  const unit = figure.kind === 'percentage' || figure.kind === 'change' ? '%' : ''
  const sign = figure.kind === 'change' && value > 0 ? '+' : ''
  return `${sign}${written}${unit}${shorthand === null ? '' : ` ${shorthand}`}`
}

/** The figure with its 95% interval where it has one: "57.1% (39.1 to 73.5)". */
export function writtenObservation(observation: Observation, figure: FigureOfTable): string {
  const { lower95, upper95 } = observation
  const interval =
    lower95 === null || upper95 === null
      ? ''
      : ` (${printed(lower95, figure)} to ${printed(upper95, figure)})`
  return `${writtenValue(observation, figure)}${interval}`
}

/** One line of the columns of a table; of one without columns, its only one. */
export function columnsOf({ columns }: TableDescription): readonly { code: string; label: string }[] {
  return columns?.lines ?? [{ code: totalCode, label: 'Number' }]
}

/** The heading over a figure that is worked out. */
const titleOf = ({ kind, label }: FigureOfTable) => (kind === 'change' ? label : `${label} (95% interval)`)

/** Lines of a long list in which nothing was counted: their zeros are public and named below the table. */
export function linesWithNone({ table, observations }: StatisticalAnswer): ReadonlySet<string> {
  if (table.shape !== 'overlapping') return new Set()
  const counted = observations.filter(({ figure }) => figure === 'number')
  return new Set(
    table.rows.lines
      .map(({ code }) => code)
      .filter((code) => counted.filter(({ row }) => row === code).every(({ value }) => value === 0)),
  )
}

/** What an answer says as a table to be read: its rows and columns in the table's own order. */
export function figureOf(answer: StatisticalAnswer): FigureTable {
  const { table, observations } = answer
  const none = linesWithNone(answer)
  const within = (line: { code: string }, key: 'row' | 'column') =>
    observations.some((one) => one[key] === line.code)
  const columns = columnsOf(table).filter((line) => within(line, 'column'))
  const lines = table.rows.lines.filter((line) => within(line, 'row'))
  const cellOf = (row: string, column: string): FigureCell => {
    const cell = observations.filter((one) => one.row === row && one.column === column)
    const [count = '', ...statistics] = table.figures.map((figure) => {
      const found = cell.find((one) => one.figure === figure.code)
      return found === undefined ? '' : writtenObservation(found, figure)
    })
    return { count, statistics }
  }
  return {
    id: table.tableId,
    title: table.title,
    period: table.period,
    populationName: table.populationName,
    denominator: table.denominator,
    denominators: table.denominators.map(({ row, value, name, source }) =>
      writtenDenominator(lines.find(({ code }) => code === row)?.label ?? row, {
        ...{ count: value, label: name, source },
      }),
    ),
    notes: table.notes,
    rowTitle: table.rows.title,
    columns: columns.map(({ label }) => (table.columns !== null && columns.length === 1 ? 'Total' : label)),
    statistics: table.figures.slice(1).map(titleOf),
    rows: lines
      .filter(({ code }) => !none.has(code))
      .map(({ code, label }) => ({ label, cells: columns.map((column) => cellOf(code, column.code)) })),
    none: lines.filter(({ code }) => none.has(code)).map(({ label }) => label),
  }
}
