import { columnLetters } from './column-letters.ts'
import { TableRefusal } from './table-refusal.ts'

/** One row: as many cells as there are columns, each as text. Dates of a spreadsheet are `2026-11-14` or `2026-11-14T09:30`. */
export type Row = Readonly<{
  /** As a spreadsheet numbers it: the names of the columns are row 1. */
  number: number
  cells: readonly string[]
}>

/** A file as a table. Its rows can be read once, in order; reading on may still throw a `TableRefusal`. */
export type Table = Readonly<{
  kind: 'csv' | 'xlsx'
  /** The first row, trimmed. */
  columns: readonly string[]
  rows: AsyncIterable<Row>
}>

/** What a file may be at most. */
export type TableLimits = Readonly<{
  /** Bytes of the file. An XLSX file is held in memory whole, still packed. */
  bytes: number
  /** Bytes an XLSX file may unpack to, all its parts together. */
  unpackedBytes: number
  /** Unpacked bytes for each packed one, in a part of more than 10 MiB. */
  ratio: number
  /** Bytes of an XLSX file's list of texts, which is held in memory. */
  textBytes: number
  rows: number
  columns: number
  /** Characters in one value. */
  cell: number
}>

const mebibyte = 1024 * 1024

/** Room for 50,000 rows with everything a notification asks. */
export const usualLimits: TableLimits = {
  bytes: 64 * mebibyte,
  unpackedBytes: 512 * mebibyte,
  ratio: 250,
  textBytes: 64 * mebibyte,
  rows: 50_000,
  columns: 500,
  cell: 32_767,
}

/** Rows as a format's reader finds them: blank ones left out or not, of any width. */
export type FoundRow = Readonly<{ number: number; cells: readonly string[] }>

/**
 * Takes the first row as the names of the columns and gives every other row that width. Blank rows are passed over.
 * `everyCell`: each row must write as many values as the first, as CSV does.
 */
export async function tableOf(
  kind: Table['kind'],
  found: AsyncGenerator<FoundRow>,
  limits: TableLimits,
  { everyCell }: { everyCell: boolean },
): Promise<Table> {
  const first = await found.next()
  if (first.done === true) throw new TableRefusal('empty')
  const width = first.value.cells.length
  const columns = namesOf(first.value.cells, limits)
  return { kind, columns, rows: rowsOf(found, columns.length, everyCell ? width : undefined, limits) }
}

function namesOf(cells: readonly string[], limits: TableLimits): string[] {
  const names = cells.map((cell) => cell.trim())
  const last = names.findLastIndex((name) => name !== '')
  if (last === -1) throw new TableRefusal('no-header', { row: 1 })
  if (last + 1 > limits.columns) throw new TableRefusal('too-many-columns')
  const named = names.slice(0, last + 1)
  const blank = named.indexOf('')
  if (blank !== -1) throw new TableRefusal('no-header', { row: 1, column: columnLetters(blank) })
  return named
}

async function* rowsOf(
  found: AsyncGenerator<FoundRow>,
  columns: number,
  width: number | undefined,
  limits: TableLimits,
): AsyncGenerator<Row> {
  let count = 0
  for await (const { number, cells } of found) {
    if (cells.every((cell) => cell.trim() === '')) continue
    count += 1
    if (count > limits.rows) throw new TableRefusal('too-many-rows', { row: number })
    if (width !== undefined && cells.length !== width) throw new TableRefusal('row-length', { row: number })
    const beyond = cells.findIndex((cell, index) => index >= columns && cell.trim() !== '')
    if (beyond !== -1) throw new TableRefusal('row-length', { row: number, column: columnLetters(beyond) })
    const long = cells.findIndex((cell) => cell.length > limits.cell)
    if (long !== -1) throw new TableRefusal('cell-too-long', { row: number, column: columnLetters(long) })
    yield { number, cells: Array.from({ length: columns }, (_, index) => cells[index] ?? '') }
  }
  if (count === 0) throw new TableRefusal('no-rows')
}
