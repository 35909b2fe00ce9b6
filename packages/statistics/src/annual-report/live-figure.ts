import { formatChange, formatPercent, formatRate, markers } from '../count/format.ts'
import { totalCode } from '../measure/measure.ts'
import type { PublishedCell, PublishedTable } from '../protection/published-table.ts'
import type { FigureReference } from './prose.ts'

/** A table of the release a report is pinned to; null where it was withheld. */
export type ReportTable = Readonly<{ tableId: string; table: PublishedTable | null }>

/** Why a figure stands nowhere in the release. */
export type FigureFault =
  | 'table-unknown'
  | 'table-withheld'
  | 'row-unknown'
  | 'column-unknown'
  | 'not-in-this-table'

/** A live figure as it is read: `[c]` where it is hidden, `[x]` where there is none, never a number made of either. */
export type LiveFigure =
  | Readonly<{ kind: 'figure'; written: string; says: string }>
  | Readonly<{ kind: 'fault'; fault: FigureFault }>

/** The newest year of a series of years, and the one before it, whatever years the release has. */
const latest = 'latest'
const yearBefore = 'year-before'

/** Looks a live figure up in the protected cells of one release. Nothing else is read. */
export function liveFigure(reference: FigureReference, tables: readonly ReportTable[]): LiveFigure {
  const fault = (found: FigureFault): LiveFigure => ({ kind: 'fault', fault: found })
  const found = tables.find(({ tableId }) => tableId === reference.tableId)
  if (found === undefined) return fault('table-unknown')
  const { table } = found
  if (table === null) return fault('table-withheld')
  const row = rowOf(table, reference.row)
  const inRow = table.cells.filter((cell) => cell.row === row)
  if (inRow.length === 0) return fault('row-unknown')
  const cell = inRow.find(({ column }) => column === reference.column)
  if (cell === undefined) return fault('column-unknown')
  const written = writtenStatistic(table, cell, reference)
  if (written === null) return fault('not-in-this-table')
  return { kind: 'figure', written, says: nameOf(table, cell, reference) }
}

function rowOf({ measure: { shape, rows } }: PublishedTable, asked: string): string {
  if (shape !== 'series') return asked
  if (asked === latest) return rows.codes.at(-1)?.code ?? asked
  return asked === yearBefore ? (rows.codes.at(-2)?.code ?? asked) : asked
}

function writtenStatistic(
  { measure }: PublishedTable,
  cell: PublishedCell,
  { statistic }: FigureReference,
): string | null {
  if (statistic === 'count')
    return cell.count.kind === 'shown' ? grouped(cell.count.value) : markers.confidential
  const label = measure.statistics.find(({ kind }) => kind === statistic)?.label
  const found = cell.statistics.find((made) => made.label === label)
  if (found === undefined) return null
  if (found.kind === 'hidden') return markers.confidential
  if (found.kind === 'denominator-too-small') return markers.notAvailable
  const { result } = found
  if (result.kind === 'percentage' || result.kind === 'no-percentage') return formatPercent(result)
  if (result.kind === 'rate' || result.kind === 'no-rate') return formatRate(result)
  return formatChange(result)
}

function nameOf({ measure }: PublishedTable, cell: PublishedCell, { statistic }: FigureReference): string {
  const label = (codes: readonly { code: string; label: string }[], code: string) =>
    code === totalCode ? 'all' : (codes.find((one) => one.code === code)?.label ?? code)
  const row = label(measure.rows.codes, cell.row)
  const column = measure.columns === null ? '' : `, ${label(measure.columns.codes, cell.column)}`
  const what = statistic === 'count' ? 'number' : statistic
  return `${measure.id} ${measure.title}: ${row}${column}, ${what}`
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
