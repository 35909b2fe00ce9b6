import { totalCode } from '../measure/measure.ts'
import { ReportingYearCode } from '../reporting-year/reporting-year.ts'
import type { FigureOfTable, Observation, Shorthand, StatisticalAnswer, TableDescription } from './answer.ts'
import { type CsvField, csvLine } from './csv-line.ts'
import { rowsAreYears } from './describe-table.ts'
import { printed } from './select.ts'

/**
 * The columns of a file of the Fingertips tool of the Office for Health Improvement and Disparities, one for one and in its order
 * (fingertips.phe.org.uk), so that what reads those files reads these.
 */
export const fingertipsColumns = [
  'Indicator ID',
  'Indicator Name',
  'Parent Code',
  'Parent Name',
  'Area Code',
  'Area Name',
  'Area Type',
  'Sex',
  'Age',
  'Category Type',
  'Category',
  'Time period',
  'Value',
  'Lower CI 95.0 limit',
  'Upper CI 95.0 limit',
  'Lower CI 99.8 limit',
  'Upper CI 99.8 limit',
  'Count',
  'Denominator',
  'Value note',
  'Recent Trend',
  'Compared to England value or percentiles',
  'Compared to Region value or percentiles',
  'Time period Sortable',
  'New data',
  'Compared to goal',
  'Time period range',
] as const

/** What stands after them: what the figure is in this product's own codes, and where it is from. */
export const ownColumns = [
  'Shorthand',
  'Table',
  'Figure',
  'Row code',
  'Column code',
  'Release',
  'Query',
] as const

/** Fingertips' own words where a value is not there, and this product's for what it has no words for. */
const noteOf: Readonly<Record<Shorthand, string>> = {
  '[c]': 'Value suppressed for disclosure control reasons',
  '[u]': 'Value is of fewer than 20 and is unreliable',
  '[x]': 'Value not available',
  '[z]': 'Value not applicable',
}

/**
 * Answers as one file in the columns of Fingertips, and this product's own after them. No value stands where one is hidden, and
 * its note says so; no text in it can start a formula.
 */
export function toFingertipsCsv(answers: readonly StatisticalAnswer[]): string {
  const head = [...fingertipsColumns, ...ownColumns].map(words)
  const lines = answers.flatMap((answer) => answer.observations.map((one) => lineOf(answer, one)))
  return [head, ...lines].map((line) => `${csvLine(line)}\r\n`).join('')
}

function lineOf({ table, release, query }: StatisticalAnswer, one: Observation): CsvField[] {
  const figure = table.figures.find(({ code }) => code === one.figure)
  if (figure === undefined) throw new RangeError('an answer has the figures of its table alone')
  const limits = [one.lower95, one.upper95, one.lower998, one.upper998].map((limit) => number(limit, figure))
  const time = timeOf(table, one)
  return [
    words(`${table.tableId}-${one.figure}`),
    words(`${table.title}: ${figure.label}`),
    words('E92000001'),
    words('England'),
    words(''),
    words(release.areaName),
    words('Child death overview panel'),
    ...placeOf(table, one).map(words),
    words(time.period),
    number(one.value, figure),
    ...limits,
    number(one.count, { places: 0 }),
    one.denominator === null ? words('') : { number: String(one.denominator) },
    words(one.shorthand === null ? '' : noteOf[one.shorthand]),
    ...['Cannot be calculated', 'Not compared', 'Not compared'].map(words),
    words(time.sortable),
    ...['', '', time.range].map(words),
    ...[one.shorthand ?? '', table.tableId, one.figure, one.row, one.column, release.releaseId, query].map(
      words,
    ),
  ]
}

const words = (text: string): CsvField => ({ text })

function number(value: number | null, figure: Pick<FigureOfTable, 'places'>): CsvField {
  return value === null ? words('') : { number: printed(value, figure) }
}

/** Sex, age, and every other margin as a category, as Fingertips has them: nobody left out is "Persons". */
function placeOf(table: TableDescription, { row, column }: Observation): [string, string, string, string] {
  const found = { sex: 'Persons', age: '0-17 yrs' }
  const types: string[] = []
  const categories: string[] = []
  for (const [margin, code] of [[table.rows, row] as const, [table.columns, column] as const]) {
    if (margin === null || code === totalCode || (margin === table.rows && rowsAreYears(table))) continue
    const label = margin.lines.find((line) => line.code === code)?.label ?? code
    if (margin.field === 'sex') found.sex = label
    else if (margin.field === 'ageBand') found.age = label
    else {
      types.push(margin.title)
      categories.push(label)
    }
  }
  return [found.sex, found.age, types.join('; '), categories.join('; ')]
}

function timeOf(
  table: TableDescription,
  { row }: Observation,
): { period: string; sortable: string; range: string } {
  const years = rowsAreYears(table) && ReportingYearCode.safeParse(row).success ? [row] : table.years
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return { period: table.period, sortable: '', range: '' }
  const written = first.replace('-', '/')
  return {
    period: first === last ? written : `${written} - ${last.slice(2).replace('-', '/')}`,
    sortable: `${first.slice(0, 4)}0000`,
    range: `${years.length}y`,
  }
}
