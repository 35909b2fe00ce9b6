import { type Measure, type Shape, totalCode } from '../measure/measure.ts'

/** Where a cell stands: a code of each margin, or "total". One-way tables have the one column "total". */
export type Position = Readonly<{ row: string; column: string }>

/** A printed sum: the cells at `parts` add up to the cell at `total`. Numbers index `Layout.positions`. */
export type Line = Readonly<{ total: number; parts: readonly number[] }>

/** The bones of a table, without its numbers. */
export type Layout = Readonly<{
  shape: Shape
  rows: readonly string[]
  columns: readonly string[]
  /** Every cell, row by row, totals last. */
  positions: readonly Position[]
  /** Every sum that readers can check; empty unless the shape is a partition. */
  lines: readonly Line[]
}>

/** The cells and sums of a measure's table. */
export function layoutOf(measure: Measure): Layout {
  return layout(
    measure.shape,
    measure.rows.codes.map(({ code }) => code),
    measure.columns === null ? [] : measure.columns.codes.map(({ code }) => code),
  )
}

/** The cells and sums of a table with these margins. */
export function layout(shape: Shape, rows: readonly string[], columns: readonly string[]): Layout {
  const allRows = shape === 'series' ? rows : [...rows, totalCode]
  const allColumns = [...columns, totalCode]
  const positions = allRows.flatMap((row) => allColumns.map((column) => ({ row, column })))
  return {
    shape,
    rows,
    columns,
    positions,
    lines: shape === 'partition' ? sums(rows.length, columns.length) : [],
  }
}

function sums(rows: number, columns: number): Line[] {
  const at = (row: number, column: number) => row * (columns + 1) + column
  const found: Line[] = []
  if (columns > 0) {
    for (let row = 0; row <= rows; row += 1) {
      found.push({ total: at(row, columns), parts: range(columns).map((column) => at(row, column)) })
    }
  }
  for (let column = 0; column <= columns; column += 1) {
    found.push({ total: at(rows, column), parts: range(rows).map((row) => at(row, column)) })
  }
  return found
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index)
}
