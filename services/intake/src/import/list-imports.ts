import { AreaId, ImportId, Instant, PersonId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { ImportState } from './import-state.ts'

const PAGE = 25

const ListedImport = z.strictObject({
  importId: ImportId,
  state: ImportState,
  beganBy: PersonId,
  beganAt: Instant,
  rowsTotal: z.int().nullable(),
  rowsReceived: z.int(),
  faults: z.int(),
})

/** The imports of an area, the newest first, 25 a page. */
export const listImports = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, page: z.int().min(1).max(10_000) }))
  .output(z.strictObject({ rows: z.array(ListedImport), total: z.int() }))
  .query(({ ctx: { actor, parts }, input: { areaId, page } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'import.list',
        object: { kind: 'area', id: areaId },
      })
      const rows = await tx`
        select id as import_id, state, began_by, began_at, rows_total, rows_received, faults
        from intake.imports where area_id = ${areaId}
        order by began_at desc, id limit ${PAGE} offset ${(page - 1) * PAGE}`
      const [counted] = await tx<{ total: number }[]>`
        select count(*) as total from intake.imports where area_id = ${areaId}`
      return { rows: rows.map((row) => ListedImport.parse(row)), total: counted?.total ?? 0 }
    })
  })
