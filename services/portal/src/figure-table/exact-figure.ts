import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { totalCode } from '@cdop/statistics'
import type { FigureCell, FigureTable } from './figure-table.ts'
import { statisticTitle, writtenCount, writtenDenominator, writtenResult } from './written-statistic.ts'

/** What reporting answers of the exact table of a measure. */
export type ExactFigure = Awaited<
  ReturnType<ReturnType<typeof clientOf<ReportingRouter>>['figure']['exact']['query']>
>

/** An exact table as it is read. Never for publication: the page that shows it says so. */
export function exactFigure(exact: ExactFigure): FigureTable {
  const { cells, columns, statistics } = exact
  const lines = [...exact.rows.codes, { code: totalCode, label: isRanked(exact) ? 'All reviews' : 'Total' }]
  const codes = [...(columns?.codes ?? []), { code: totalCode, label: columns === null ? 'Number' : 'Total' }]
  const rows = lines.flatMap(({ code, label }) => {
    const inRow = cells.filter(({ row }) => row === code)
    // A series of years has no total.
    if (inRow.length === 0) return []
    const written = codes.map((column): FigureCell => {
      const cell = inRow.find((found) => found.column === column.code)
      if (cell === undefined) throw new RangeError('an exact table has every cell of its measure')
      return {
        count: writtenCount(cell.count),
        statistics: statistics.map((statistic) => {
          const found = cell.statistics.find((made) => made.label === statistic.label)
          return found === undefined ? null : writtenResult(found.result)
        }),
      }
    })
    return [{ code, label, total: inRow.at(-1)?.count ?? 0, cells: written }]
  })
  const isNone = ({ code, total }: { code: string; total: number }) =>
    isRanked(exact) && code !== totalCode && total === 0
  return {
    id: exact.measure,
    title: exact.title,
    period: exact.period,
    populationName: exact.populationName,
    denominator: exact.denominator,
    denominators: lines.flatMap(({ code, label }) => denominatorOf(exact, code, label)),
    notes: exact.notes,
    rowTitle: exact.rows.title,
    columns: codes.map(({ label }) => label),
    statistics: statistics.map(statisticTitle),
    rows: inOrder(
      exact,
      rows.filter((row) => !isNone(row)),
    ),
    none: rows.filter(isNone).map(({ label }) => label),
  }
}

/** Of a list of the most frequent that has many lines, those in which nothing was counted are named below the table. */
function isRanked({ measure, rows }: ExactFigure): boolean {
  return measure === 'R3' && rows.codes.length > longList
}

const longList = 20

/** The ranked list goes by falling count, the total last; every other list keeps the order of its codes. */
function inOrder<Row extends { code: string; total: number }>(
  exact: ExactFigure,
  rows: readonly Row[],
): Row[] {
  if (!isRanked(exact)) return [...rows]
  const isTotal = ({ code }: Row) => (code === totalCode ? 1 : 0)
  return rows.toSorted((one, other) => isTotal(one) - isTotal(other) || other.total - one.total)
}

function denominatorOf({ cells }: ExactFigure, row: string, label: string): string[] {
  for (const { statistics } of cells.filter((cell) => cell.row === row)) {
    for (const { result } of statistics) {
      if (result.kind !== 'rate' && result.kind !== 'no-rate') continue
      const { value, name, source } = result.denominator
      return [writtenDenominator(label, { count: value, label: name, source })]
    }
  }
  return []
}
