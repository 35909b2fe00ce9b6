import { type FigureOfTable, type StatisticalAnswer, totalCode } from '@cdop/statistics'
import {
  columnsOf,
  linesWithNone,
  writtenObservation,
  writtenValue,
} from '../figure-table/written-observation.ts'
import { headline } from './headline.ts'

/** One figure in a picture. Where none may be seen there is no length, only the sign that stands in its place. */
export type Mark = Readonly<{
  value: number | null
  low: number | null
  high: number | null
  /** As it is read: "57.1%", "[c]". */
  text: string
  /** With its interval. */
  said: string
}>

/** What is drawn: groups of marks, one for each series. */
export type Plot = Readonly<{
  name: string
  series: readonly string[]
  groups: readonly Readonly<{ label: string; marks: readonly Mark[] }>[]
  /** The longest length there is, of what may be seen alone. Above 0. */
  longest: number
  title: string
  description: string
}>

/** What a chart of an answer draws; null for a single figure. */
export function plotOf(answer: StatisticalAnswer, figure: FigureOfTable): Plot | null {
  const { table, observations } = answer
  const none = linesWithNone(answer)
  const rows = table.rows.lines.filter(
    ({ code }) => !none.has(code) && observations.some(({ row }) => row === code),
  )
  const columns = columnsOf(table).filter(({ code }) => observations.some(({ column }) => column === code))
  // Sums beside their parts would dwarf them.
  const parts = <Line extends { code: string }>(lines: readonly Line[]) =>
    lines.length === 1 ? lines : lines.filter(({ code }) => code !== totalCode)
  const series = parts(columns)
  const groups = parts(rows)
  const markAt = (row: string, column: string): Mark => {
    const found = observations.find(
      (one) => one.row === row && one.column === column && one.figure === figure.code,
    )
    if (found === undefined) throw new RangeError('an answer has every figure of its cells')
    const { value, lower95: low, upper95: high } = found
    return { value, low, high, text: writtenValue(found, figure), said: writtenObservation(found, figure) }
  }
  const drawn =
    groups.length === 1 && groups[0] !== undefined
      ? oneRow(groups[0], series, markAt)
      : groups.map(({ code, label }) => ({ label, marks: series.map((one) => markAt(code, one.code)) }))
  if (drawn.length < 2) return null
  const seriesNames = groups.length === 1 ? [''] : series.map(({ label }) => label)
  const marks = drawn.flatMap((group) => group.marks)
  return {
    name: `chart-${table.tableId}`,
    series: seriesNames,
    groups: drawn,
    longest: Math.max(0, ...marks.map(({ value, high }) => high ?? value ?? 0)),
    title: headline(answer, figure),
    description: `${table.populationName}. ${table.period}. ${drawn.map((group) => said(group, seriesNames)).join(' ')} The table below has the same figures.`,
  }
}

/** One row across its columns: each column is a bar of its own. */
function oneRow(
  row: { code: string },
  columns: readonly { code: string; label: string }[],
  markAt: (row: string, column: string) => Mark,
) {
  return columns.map(({ code, label }) => ({ label, marks: [markAt(row.code, code)] }))
}

function said({ label, marks }: Plot['groups'][number], series: readonly string[]): string {
  if (series.length === 1) return `${label}: ${marks[0]?.said ?? ''}.`
  return `${label}: ${marks.map((mark, at) => `${series[at] ?? ''} ${mark.said}`).join(', ')}.`
}
