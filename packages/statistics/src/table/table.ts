import { z } from 'zod'
import { Denominator } from '../count/rate.ts'
import { Measure } from '../measure/measure.ts'
import { layoutOf } from './layout.ts'

/** One exact cell. */
export const Cell = z.strictObject({ row: z.string(), column: z.string(), count: z.int().nonnegative() })
export type Cell = z.infer<typeof Cell>

/** What rates are divided by, for each row that has a denominator. */
export const Denominators = z.record(z.string(), Denominator)
export type Denominators = z.infer<typeof Denominators>

/**
 * Exact counts of one population, every cell and total in layout order. Parsing proves that the totals are the sums
 * of their parts. Exact, so never for publication: `protect` makes what may leave.
 */
export const Table = z
  .strictObject({ measure: Measure, cells: z.array(Cell), denominators: Denominators })
  .superRefine((table, context) => {
    const { positions, lines, shape } = layoutOf(table.measure)
    const inPlace =
      positions.length === table.cells.length &&
      positions.every(
        ({ row, column }, at) => table.cells[at]?.row === row && table.cells[at]?.column === column,
      )
    if (!inPlace) {
      context.addIssue({ code: 'custom', message: 'the cells are not those of the measure' })
      return
    }
    const count = (at: number) => table.cells[at]?.count ?? 0
    for (const { total, parts } of lines) {
      if (parts.reduce((sum, part) => sum + count(part), 0) !== count(total)) {
        context.addIssue({
          code: 'custom',
          message: 'a total is not the sum of its parts',
          path: ['cells', total],
        })
      }
    }
    if (shape === 'overlapping') {
      const total = count(positions.length - 1)
      if (table.cells.some((cell) => cell.count > total)) {
        context.addIssue({ code: 'custom', message: 'a row counts more than the total' })
      }
    }
  })
export type Table = z.infer<typeof Table>
