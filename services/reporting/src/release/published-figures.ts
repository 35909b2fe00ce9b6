import type { NewEvent, ReleasedTable } from '@cdop/domain'
import { ingredientsOf, Measure, PublishedCount } from '@cdop/statistics'
import { z } from 'zod'
import { isToDate } from './figures-to-date.ts'
import type { ReleaseHead, StoredTable } from './release.ts'

type FiguresPublished = Extract<NewEvent, { type: 'release-figures.published.v1' }>

/** Of a protected table what is told: its counts. That it is safe was proved when it was made and is proved where it is read. */
const Counted = z.object({
  measure: Measure,
  cells: z.array(z.object({ row: z.string(), column: z.string(), count: PublishedCount })),
})

/**
 * What anybody may read of a signed release, told to those who measure by it: the protected counts of a whole year. Null for one
 * of a year that still ran as it was known: its figures to date are set beside nothing. Tables whose rows are years tell nothing of one year.
 */
export function figuresPublished(head: ReleaseHead, stored: readonly StoredTable[]): FiguresPublished | null {
  if (isToDate(head)) return null
  const { releaseId, reportingYear, builtAt } = head
  const tables = stored.flatMap(({ tableId, measureVersion, content }): ReleasedTable[] => {
    if (content === null) return [{ tableId, measureVersion, cells: [] }]
    const counted = Counted.parse(JSON.parse(content))
    return counted.measure.shape === 'series'
      ? []
      : [{ tableId, measureVersion, cells: releasedCells(counted) }]
  })
  return {
    type: 'release-figures.published.v1',
    subject: releaseId,
    payload: { releaseId, reportingYear, builtAt, tables },
  }
}

function releasedCells({ measure, cells }: z.infer<typeof Counted>): ReleasedTable['cells'] {
  const keyOf = ({ row, column }: { row: string; column: string }) => JSON.stringify([row, column])
  const shown = new Map(
    cells.map((cell) => [keyOf(cell), cell.count.kind === 'shown' ? cell.count.value : null]),
  )
  return cells.map(({ row, column }) => {
    const count = shown.get(keyOf({ row, column })) ?? null
    const made = ingredientsOf(measure, { row, column }, {})
    const whole = made.find(({ statistic }) => statistic.kind === 'percentage')?.other ?? null
    return whole === null
      ? { row, column, count }
      : { row, column, count, of: shown.get(keyOf(whole)) ?? null }
  })
}
