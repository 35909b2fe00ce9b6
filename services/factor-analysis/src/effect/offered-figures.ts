import { AreaId, ReleasedTable, requireArea } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { newestOfEachYear, releasedFigures } from './released-figure-store.ts'

/**
 * What can be named as the figure by which something is measured: the tables of the newest release of each year, and the cells
 * of one of them. All of it is published.
 */
export const offeredFigures = requires('recommendation:write')
  .input(z.strictObject({ areaId: AreaId, tableId: ReleasedTable.shape.tableId.nullable() }))
  .output(
    z.strictObject({
      /** The newest year first. */
      years: z.array(
        z.strictObject({
          reportingYear: ReportingYearCode,
          /** The tables of which something is shown. */
          tableIds: z.array(z.string()),
          /** The asked one; null where the release shows nothing of it. */
          table: ReleasedTable.nullable(),
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, tableId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const newest = newestOfEachYear(await releasedFigures(tx, areaId)).toReversed()
      return {
        years: newest.map(({ reportingYear, tables }) => {
          const shown = tables.filter(({ cells }) => cells.length > 0)
          return {
            reportingYear,
            tableIds: shown.map((table) => table.tableId),
            table: shown.find((table) => table.tableId === tableId) ?? null,
          }
        }),
      }
    })
  })
