import { checkProse, totalCode } from '@cdop/statistics'
import type { Draft } from '../annual-reports/asked-report.ts'

/** A figure a section can name, with what it says. */
export type OfferedFigure = { readonly written: string; readonly says: string; readonly value: string }

type Found = Draft['tables'][number]

/** The figures of these tables that are asked for most: of each row its count over all columns, and the shares and rates there are. */
export function offeredFigures(tables: readonly Found[], ids: readonly string[]): OfferedFigure[] {
  return tables.flatMap((found) => {
    if (found.outcome === 'withheld' || !ids.includes(found.tableId)) return []
    const { tableId, table } = found
    const rows = [...new Set(table.cells.map(({ row }) => row))]
    const asked = ['count', ...new Set(table.measure.statistics.map(({ kind }) => kind))]
    const short = table.measure.columns === null ? '' : ` ${totalCode}`
    return rows.flatMap((row) =>
      asked.flatMap((statistic) => {
        const written = `{{${tableId} ${row}${short} ${statistic}}}`
        const [figure] = checkProse(written, [{ tableId, table }]).figures
        return figure === undefined ? [] : [{ written, says: figure.says, value: figure.written }]
      }),
    )
  })
}
