import type { StatisticalAnswer } from './answer.ts'
import { fingertipsColumns, ownColumns } from './fingertips-csv.ts'

const numeric = new Set<string>([
  'Value',
  'Lower CI 95.0 limit',
  'Upper CI 95.0 limit',
  'Lower CI 99.8 limit',
  'Upper CI 99.8 limit',
  'Denominator',
])

const meanings: Readonly<Partial<Record<string, string>>> = {
  Value: 'Empty where a shorthand stands in its place: see Shorthand and Value note.',
  'Value note': 'Why there is no value, or how far it can be relied on.',
  Shorthand: '[c] confidential, [u] unreliable, [x] not available, [z] not applicable.',
  Count: 'How many there are in the cell, where that may be seen.',
  Release: 'The release the figure is from. A release never changes.',
  Query: 'What was asked of the release, in codes.',
}

/** A column's name as CSV on the Web wants it: without spaces. */
const nameOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')

/**
 * What a file of figures means, for programs (W3C, Metadata Vocabulary for Tabular Data). `url` is the file as it lies beside this
 * one.
 */
export function csvwMetadata(answers: readonly StatisticalAnswer[], url: string): string {
  const [first] = answers
  if (first === undefined) throw new RangeError('metadata are of one table at least')
  const { release, table } = first
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }],
    url,
    'dc:title': answers.length === 1 ? `${table.title}. ${release.title}` : release.title,
    'dc:description': answers.map(
      (answer) =>
        `${answer.table.tableId} ${answer.table.title}: ${answer.table.populationName}. ${answer.table.period}. ${answer.query}`,
    ),
    'dc:publisher': release.areaName,
    'dc:identifier': release.releaseId,
    'dc:issued': { '@value': release.builtAt, '@type': 'dateTime' },
    'dc:rights': 'Official statistics of the area. Do not try to identify anybody.',
    notes: [...new Set(answers.flatMap((answer) => [...answer.table.notes, answer.table.denominator]))],
    dialect: {
      delimiter: ',',
      header: true,
      encoding: 'utf-8',
      lineTerminators: ['\r\n'],
      quoteChar: '"',
      doubleQuote: true,
    },
    tableSchema: {
      columns: [...fingertipsColumns, ...ownColumns].map((title) => ({
        name: nameOf(title),
        titles: title,
        datatype: title === 'Count' ? 'integer' : numeric.has(title) ? 'decimal' : 'string',
        null: '',
        ...(meanings[title] !== undefined && { 'dc:description': meanings[title] }),
      })),
      primaryKey: ['Table', 'Figure', 'Row code', 'Column code'].map(nameOf),
    },
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}
