import { markers, roundedHalfAway } from '../count/format.ts'
import { type Statistic, totalCode } from '../measure/measure.ts'
import type { PublishedCell, PublishedStatistic, PublishedTable } from '../protection/published-table.ts'
import { type CsvField, csvLine } from './csv-line.ts'
import { readingOrder } from './reading-order.ts'

/** What a file says about the release it belongs to. */
export type Publication = Readonly<{
  releaseId: string
  title: string
  area: string
  notes?: readonly string[]
}>

/**
 * The table as a CSV file (RFC 4180, UTF-8 with a byte order mark for spreadsheets): title, population, period, area,
 * release and notes first, then one line per row with every figure and its interval. Hidden figures are [c],
 * unavailable ones [x], unreliable rates marked [u] in the column after them. No text in it can start a formula.
 */
export function toCsv(table: PublishedTable, publication: Publication): string {
  const { measure } = table
  const columns = [
    ...(measure.columns?.codes ?? []),
    { code: totalCode, label: measure.columns === null ? 'Number' : 'Total' },
  ]
  const about = [
    ['Title', publication.title],
    ['Table', `${measure.id} ${measure.title} (version ${measure.version})`],
    ['Population', table.populationName],
    ['Period', measure.period],
    ['Area', publication.area],
    ['Release', publication.releaseId],
    ['Percentages and rates', measure.denominator],
    ...notesOf(table, publication).map((note) => ['Note', note]),
  ]
  const heading = columns.flatMap(({ label }) => {
    const prefix = measure.columns === null ? '' : `${label}: `
    return [label, ...measure.statistics.flatMap(titlesOf).map((title) => `${prefix}${title}`)]
  })
  const words = [...about, [], [measure.rows.title, ...heading]]
  const lines = [
    ...words.map((line) => line.map((text): CsvField => ({ text }))),
    ...readingOrder(table).map(({ code, label }): CsvField[] => [
      { text: label },
      ...columns.flatMap((column) => {
        const cell = table.cells.find((found) => found.row === code && found.column === column.code)
        return cell === undefined ? [] : fieldsOf(cell, measure.statistics)
      }),
    ]),
  ]
  return `\uFEFF${lines.map((line) => `${csvLine(line)}\r\n`).join('')}`
}

function notesOf({ measure, rule }: PublishedTable, publication: Publication): string[] {
  return [
    ...measure.notes,
    ...(publication.notes ?? []),
    `${markers.confidential} is hidden to protect confidentiality: counts from 1 to ${rule.threshold - 1}, and others from ` +
      'which those could be worked out. It may be zero.',
    `${markers.notAvailable} is not available: a percentage of fewer than ${rule.minimumDenominator}, a rate of fewer ` +
      'than 3, or nothing to divide by.',
    `${markers.unreliable} marks a rate of fewer than 20, which is unreliable.`,
  ]
}

function titlesOf({ kind, label }: Statistic): string[] {
  if (kind === 'change') return [`${label} (%)`]
  const limits = [`${label}: lower 95% limit`, `${label}: upper 95% limit`]
  return kind === 'rate' ? [label, `${label}: reliability`, ...limits] : [label, ...limits]
}

function fieldsOf(cell: PublishedCell, statistics: readonly Statistic[]): CsvField[] {
  const count = cell.count.kind === 'shown' ? number(cell.count.value, 0) : confidential
  return [
    count,
    ...statistics.flatMap((statistic) => {
      const found = cell.statistics.find(({ label }) => label === statistic.label)
      const width = titlesOf(statistic).length
      return found === undefined ? blank(width) : statisticFields(found, width)
    }),
  ]
}

function statisticFields(statistic: PublishedStatistic, width: number): CsvField[] {
  if (statistic.kind === 'hidden') return repeated(confidential, width)
  if (statistic.kind === 'denominator-too-small') return repeated(notAvailable, width)
  const { result } = statistic
  switch (result.kind) {
    case 'percentage':
      return [number(result.percent, 1), number(result.interval.low, 1), number(result.interval.high, 1)]
    case 'percent-change':
      return [number(result.percent, 1)]
    case 'rate':
      return [
        number(result.rate, 1),
        { text: result.reliability === 'unreliable' ? markers.unreliable : '' },
        number(result.interval.low, 1),
        number(result.interval.high, 1),
      ]
    case 'no-percentage':
    case 'no-percent-change':
    case 'no-rate':
      return repeated(notAvailable, width)
  }
}

const confidential: CsvField = { text: markers.confidential }
const notAvailable: CsvField = { text: markers.notAvailable }

function number(value: number, places: number): CsvField {
  return { number: roundedHalfAway(value, places) }
}

function blank(width: number): CsvField[] {
  return repeated({ text: '' }, width)
}

function repeated(field: CsvField, width: number): CsvField[] {
  return Array.from({ length: width }, () => field)
}
