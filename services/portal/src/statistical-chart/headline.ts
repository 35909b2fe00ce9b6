import {
  type FigureOfTable,
  printed,
  rowsAreYears,
  type StatisticalAnswer,
  totalCode,
} from '@cdop/statistics'
import { columnsOf, linesWithNone, writtenValue } from '../figure-table/written-observation.ts'

/** What is counted, in a sentence. */
const nounOf = ({ table }: StatisticalAnswer) => (table.population === 'deaths' ? 'deaths' : 'reviews')

const lower = (label: string) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`

/**
 * What a picture shows, in one sentence made of what may be seen: how the last year stands to the one before, or which of the
 * figures shown is the largest. Of hidden figures it says nothing, so "largest" is of those shown.
 */
export function headline(answer: StatisticalAnswer, figure: FigureOfTable): string {
  return (rowsAreYears(answer.table) ? ofYears(answer) : ofParts(answer, figure)) ?? answer.table.title
}

function ofYears(answer: StatisticalAnswer): string | null {
  const { table, observations } = answer
  const years = table.rows.lines.filter(({ code }) => code !== totalCode)
  const newest = years.at(-1)
  if (newest === undefined) return null
  const at = (figure: string) =>
    observations.find((one) => one.row === newest.code && one.column === totalCode && one.figure === figure)
  const count = at('number')?.value ?? null
  if (count === null) return null
  const change = at('change')?.value ?? null
  const moved =
    change === null
      ? ''
      : change === 0
        ? ', as many as in the year before'
        : `, ${printed(Math.abs(change), { places: 1 })}% ${change > 0 ? 'more' : 'fewer'} than in the year before`
  return `${count.toLocaleString('en-GB')} ${nounOf(answer)} in the ${lower(newest.label)}${moved}`
}

function ofParts(answer: StatisticalAnswer, figure: FigureOfTable): string | null {
  const { table, observations } = answer
  const none = linesWithNone(answer)
  const single = new Set(observations.map(({ row }) => row)).size === 1
  const parts = observations.filter(
    ({ row, column, figure: code }) =>
      code === figure.code &&
      !none.has(row) &&
      (single ? column !== totalCode : row !== totalCode && column === totalCode),
  )
  const [largest, next] = parts
    .filter(({ value }) => value !== null && value > 0)
    .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))
  if (largest === undefined || next === undefined || largest.value === next.value) return null
  const lines = single ? columnsOf(table) : table.rows.lines
  const label = lines.find(({ code }) => code === (single ? largest.column : largest.row))?.label ?? ''
  const every = parts.every(({ shorthand }) => shorthand !== '[c]')
  return `${every ? 'Largest' : 'Largest of the figures shown'}: ${lower(label)}, ${writtenValue(largest, figure)}`
}

/** What is drawn, of whom, where and when. */
export function statisticalSubtitle({ table, release }: StatisticalAnswer, figure: FigureOfTable): string {
  const interval = figure.kind === 'number' ? '' : '. The thin lines are 95% intervals'
  return `${table.title}: ${lower(figure.label)}. ${release.areaName}, ${table.period}${interval}`
}
