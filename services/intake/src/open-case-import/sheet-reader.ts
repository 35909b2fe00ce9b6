import type { BundleSheet, PlainDate } from '@cdop/domain'
import { columnKey, type Row } from '@cdop/tabular'
import type { CellFault } from '../import/map-row.ts'
import { readDate } from '../import/read-date.ts'
import { valueClass } from '../import/value-class.ts'

/** Reads the cells of one row, and gathers what is wrong with them: never what stands there. */
export type CellReader = Readonly<{
  row: number
  text: (column: string) => string
  /** Null for a blank cell, and for one that is no date: that is a fault. */
  date: (column: string) => PlainDate | null
  /** Several dates, separated by semicolons, commas or line breaks. */
  dates: (column: string) => PlainDate[]
  /** One of some codes, as a code or in words: `post-mortem` is `Post mortem`. */
  oneOf: <Code extends string>(column: string, codes: readonly Code[]) => Code | null
  severalOf: <Code extends string>(column: string, codes: readonly Code[]) => Code[]
  yes: (column: string) => boolean
  wrong: (column: string, says: string, cure: string) => void
}>

/** How a fault names a column of a bundle. */
export function placeOf(sheet: BundleSheet, column: string): string {
  return (sheet === 'cases' ? column : `${sheet}: ${column}`).slice(0, 100)
}

const missing = { says: 'This is missing', cure: 'Fill in the cell' }
const noDate = {
  says: 'This is not a date',
  cure: 'Write the date as 14/11/2026 or 2026-11-14, with four digits for the year; several with a semicolon between them',
}

/** @param faults where what is wrong is added */
export function cellReader(
  sheet: BundleSheet,
  row: Row,
  cell: (row: Row, column: string) => string,
  faults: CellFault[],
): CellReader {
  const text = (column: string) => cell(row, column)
  const wrong = (column: string, says: string, cure: string) => {
    const fault = { row: row.number, column: placeOf(sheet, column), valueClass: valueClass(text(column)) }
    faults.push({ ...fault, says, cure })
  }
  const pieces = (column: string) =>
    text(column)
      .split(/[;,|\r\n]+/)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
  const severalOf = <Code extends string>(column: string, codes: readonly Code[]): Code[] => {
    const known = new Map(codes.map((code) => [columnKey(code), code]))
    const found = pieces(column).map((piece) => known.get(columnKey(piece)))
    const every = found.filter((code) => code !== undefined)
    if (every.length < found.length) {
      wrong(column, 'This is not one of the values that are known', `Write one of: ${codes.join('; ')}`)
    }
    return [...new Set(every)]
  }
  return {
    row: row.number,
    text,
    wrong,
    severalOf,
    oneOf: (column, codes) => severalOf(column, codes)[0] ?? null,
    yes: (column) => severalOf(column, ['yes', 'no'])[0] === 'yes',
    date: (column) => {
      if (text(column) === '') return null
      const date = readDate(text(column))
      if (date === undefined) wrong(column, noDate.says, noDate.cure)
      return date ?? null
    },
    dates: (column) => {
      const found = pieces(column).map(readDate)
      const every = found.filter((date) => date !== undefined)
      if (every.length < found.length) wrong(column, noDate.says, noDate.cure)
      return every
    },
  }
}

/** What a cell has to hold. Null, and a fault, when it is blank. */
export function needed<Value>(reader: CellReader, column: string, value: Value | null): Value | null {
  if (value === null && reader.text(column) === '') reader.wrong(column, missing.says, missing.cure)
  return value
}
