import type { OdsCell, OdsSheet, OdsWorkbook } from '@cdop/paper'
import {
  type FigureOfTable,
  type Observation,
  printed,
  type StatisticalAnswer,
  totalCode,
} from '@cdop/statistics'
import type { PublishedRelease } from './published.ts'

const ONE_TABLE = 'This worksheet contains one table.'

/**
 * A spreadsheet of answers, by the Analysis Function's guidance on statistics in spreadsheets: cover, contents, notes, and a
 * worksheet for each table.
 */
export function workbookOf(release: PublishedRelease, answers: readonly StatisticalAnswer[]): OdsWorkbook {
  const notes = numbered(answers)
  return {
    title: release.title,
    madeAt: release.builtAt,
    sheets: [
      cover(release),
      contents(answers),
      notesSheet(notes),
      ...answers.map((answer) => tableSheet(answer, notes)),
    ],
  }
}

function cover({ title, areaName, releaseId, asKnownOn, hash, tables }: PublishedRelease): OdsSheet {
  const withheld = tables.filter(({ outcome }) => outcome === 'withheld')
  return {
    name: 'Cover',
    lines: [
      title,
      `Area: ${areaName}`,
      `Release: ${releaseId}`,
      `Figures as known on ${asKnownOn}. A release never changes.`,
      `Check value: ${hash}`,
      'Small counts are protected, so that nobody can be recognised. Do not try to identify anybody.',
      ...withheld.map(({ tableId, title: name, says }) =>
        `Withheld: ${tableId} ${name}. ${says ?? ''}`.trim(),
      ),
    ],
    table: null,
  }
}

const sheetOf = ({ table }: StatisticalAnswer) => table.tableId

function contents(answers: readonly StatisticalAnswer[]): OdsSheet {
  return {
    name: 'Contents',
    lines: ['Table of contents', ONE_TABLE],
    table: {
      name: 'table_of_contents',
      columns: ['Worksheet', 'Title', 'Period', 'Question'],
      rows: [
        ['Notes', 'Notes', 'All', 'None'],
        ...answers.map((answer) => [sheetOf(answer), answer.table.title, answer.table.period, answer.query]),
      ],
    },
  }
}

type Notes = ReadonlyMap<string, string>

/** What must be known to read a table. */
function notesOf({ table }: StatisticalAnswer): string[] {
  const { notes, denominator, denominators, rows, threshold, minimumDenominator, populationName } = table
  return [
    `Counted: ${populationName}.`,
    `Percentages and rates: ${denominator}.`,
    ...notes,
    ...denominators.map(
      ({ row, value, name, source }) =>
        `Rates of ${rows.lines.find(({ code }) => code === row)?.label ?? row} are of ${value} ${name}. Source: ${source}.`,
    ),
    `[c] confidential: a count from 1 to ${threshold - 1}, or a figure from which one could be worked out. It may be zero.`,
    `[x] not available: a percentage of fewer than ${minimumDenominator}, a rate of fewer than 3, or nothing to divide by.`,
    '[u] unreliable: a rate of fewer than 20. [z] not applicable: a total as a share of itself, or a change from a year not in the table.',
  ]
}

/** Every note once, "[note 1]" first. */
function numbered(answers: readonly StatisticalAnswer[]): Notes {
  const said = new Set(answers.flatMap(notesOf))
  return new Map([...said].map((note, at) => [note, `[note ${at + 1}]`]))
}

function notesSheet(notes: Notes): OdsSheet {
  return {
    name: 'Notes',
    lines: ['Notes', ONE_TABLE],
    table: {
      name: 'table_of_notes',
      columns: ['Note', 'What it says'],
      rows: [...notes].map(([said, marker]) => [marker, said]),
    },
  }
}

function tableSheet(answer: StatisticalAnswer, notes: Notes): OdsSheet {
  const { table, release, query, observations } = answer
  const holds = (key: 'row' | 'column', code: string) => observations.some((one) => one[key] === code)
  const columns = (table.columns?.lines ?? [{ code: totalCode, label: '' }]).filter(({ code }) =>
    holds('column', code),
  )
  const rows = table.rows.lines.filter(({ code }) => holds('row', code))
  const at = (row: string, column: string, figure: FigureOfTable): Observation => {
    const found = observations.find(
      (one) => one.row === row && one.column === column && one.figure === figure.code,
    )
    if (found === undefined) throw new RangeError('an answer has every figure of its cells')
    return found
  }
  const markers = notesOf(answer).flatMap((note) => notes.get(note) ?? [])
  return {
    name: sheetOf(answer),
    lines: [
      `${table.tableId}: ${table.title}. ${release.areaName}, ${table.period}`,
      ONE_TABLE,
      `How to read the table is said in the notes: ${markers.join(' ')}`,
      `Source: release ${release.releaseId}, figures as known on ${release.asKnownOn}. Question: ${query}`,
    ],
    table: {
      name: `table_${table.tableId.replaceAll('-', '_')}`,
      columns: [
        table.rows.title,
        ...columns.flatMap(({ label }) => table.figures.flatMap((figure) => titlesOf(figure, label))),
      ],
      rows: rows.map((row) => [
        row.label,
        ...columns.flatMap((column) =>
          table.figures.flatMap((figure) => cellsOf(at(row.code, column.code, figure), figure)),
        ),
      ]),
    },
  }
}

/** The columns one figure takes: a rate says beside it how far it can be relied on. */
function titlesOf({ kind, label }: FigureOfTable, column: string): string[] {
  const prefix = column === '' ? '' : `${column}: `
  if (kind === 'number') return [`${prefix}${label}`]
  if (kind === 'change') return [`${prefix}${label} (%)`]
  const limits = [`${prefix}${label}: lower 95% limit`, `${prefix}${label}: upper 95% limit`]
  const title = `${prefix}${label}`
  return kind === 'rate' ? [title, `${title}: reliability`, ...limits] : [title, ...limits]
}

function cellsOf({ value, shorthand, lower95, upper95 }: Observation, figure: FigureOfTable): OdsCell[] {
  const inPlace = shorthand ?? '[x]'
  const cell = (found: number | null): OdsCell =>
    found === null ? inPlace : { number: printed(found, figure) }
  if (figure.kind === 'number' || figure.kind === 'change') return [cell(value)]
  const limits = [cell(lower95), cell(upper95)]
  if (figure.kind !== 'rate') return [cell(value), ...limits]
  return [cell(value), value === null ? inPlace : (shorthand ?? 'reliable'), ...limits]
}
