import { type Code, totalCode } from '../measure/measure.ts'
import type { PublishedTable } from '../protection/published-table.ts'

/**
 * The rows in the order people read them, total last. Overlapping rows (most frequent factors) go by falling count,
 * the hidden ones after all shown ones in code list order: a hidden row's place must not tell its count.
 */
export function readingOrder(table: PublishedTable): Code[] {
  const { shape, rows } = table.measure
  if (shape === 'series') return rows.codes
  const total: Code = { code: totalCode, label: 'Total' }
  if (shape === 'partition') return [...rows.codes, total]
  const shownOf = ({ code }: Code) => {
    const count = table.cells.find((cell) => cell.row === code)?.count
    return count?.kind === 'shown' ? count.value : Number.NEGATIVE_INFINITY
  }
  const ranked = rows.codes.toSorted((one, other) => {
    const [first, second] = [shownOf(one), shownOf(other)]
    return first === second ? 0 : second - first
  })
  return [...ranked, { ...total, label: 'All reviews' }]
}
