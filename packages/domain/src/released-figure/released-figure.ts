import { z } from 'zod'

/** A code of a row or a column of a table, "total" among them. */
const MarginCode = z
  .string()
  .regex(/^[a-zA-Z0-9]+([-._/][a-zA-Z0-9]+)*$/)
  .max(80)
const TableId = z.string().regex(/^[A-Z]\d+$/)

/** One cell of a released table. A null is hidden, and may be zero. */
export const ReleasedCell = z.strictObject({
  row: MarginCode,
  column: MarginCode,
  count: z.int().nonnegative().nullable(),
  /** What the count is a share of; absent where the table tells no share of it. */
  of: z.int().nonnegative().nullable().exactOptional(),
})
export type ReleasedCell = z.infer<typeof ReleasedCell>

/** A protected table of a release by its codes; one that was withheld has no cells. */
export const ReleasedTable = z.strictObject({
  tableId: TableId,
  measureVersion: z.int().positive(),
  cells: z.array(ReleasedCell),
})
export type ReleasedTable = z.infer<typeof ReleasedTable>

/** Which figure of a release is meant: the count of a cell, or its share. */
export const ReleasedFigure = z.strictObject({
  tableId: TableId,
  measureVersion: z.int().positive(),
  row: MarginCode,
  column: MarginCode,
  statistic: z.enum(['count', 'percentage']),
})
export type ReleasedFigure = z.infer<typeof ReleasedFigure>

/** What a release shows of a figure. `hidden` is never a number; `absent` is a row that is not there, or measured otherwise. */
export const ReleasedValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('shown'),
    count: z.int().nonnegative(),
    /** Null of a count. */
    of: z.int().positive().nullable(),
  }),
  z.strictObject({ kind: z.literal('hidden') }),
  z.strictObject({ kind: z.literal('absent') }),
])
export type ReleasedValue = z.infer<typeof ReleasedValue>

/**
 * What released tables show of a figure. A share is shown only where both of its counts are; a table that was withheld, and a
 * share of nothing, are hidden.
 */
export function releasedValue(
  tables: readonly ReleasedTable[],
  { tableId, measureVersion, row, column, statistic }: ReleasedFigure,
): ReleasedValue {
  const table = tables.find((one) => one.tableId === tableId)
  if (table === undefined || table.measureVersion !== measureVersion) return { kind: 'absent' }
  if (table.cells.length === 0) return { kind: 'hidden' }
  const cell = table.cells.find((one) => one.row === row && one.column === column)
  if (cell === undefined) return { kind: 'absent' }
  if (statistic === 'percentage' && cell.of === undefined) return { kind: 'absent' }
  if (cell.count === null) return { kind: 'hidden' }
  if (statistic === 'count') return { kind: 'shown', count: cell.count, of: null }
  const of = cell.of ?? 0
  return of === 0 ? { kind: 'hidden' } : { kind: 'shown', count: cell.count, of }
}
