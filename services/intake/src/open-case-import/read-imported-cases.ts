import { AreaId, ImportId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { findImport } from '../import/import-store.ts'
import { requires } from '../rpc.ts'

const Imported = z.strictObject({
  /** Rows of the bundle that are notifications by now, and those of them that are a case. */
  notifications: z.int(),
  cases: z.int(),
  /** Rows that wait for a coordinator to decide, by their number in the sheet of cases. */
  undecided: z.array(z.int()).max(2_000),
})

/** What became of the rows of a bundle here: the side of intake in the report of an import. */
export const readImportedCases = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId }))
  .output(Imported)
  .query(({ ctx: { actor, parts }, input }) => {
    const { areaId, importId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await findImport(tx, input)
      await parts.audit.record(tx, actor, areaId, {
        action: 'import.report',
        object: { kind: 'import', id: importId },
      })
      const rows = await tx<{ rowNumber: number; caseId: string | null }[]>`
        select r.row_number, c.case_id from intake.import_rows r
        left join intake.cases c on c.area_id = r.area_id and c.notification_id = r.notification_id
        where r.area_id = ${areaId} and r.import_id = ${importId} and r.open_case and r.notification_id is not null
        order by r.row_number`
      const undecided = rows.filter(({ caseId }) => caseId === null).map(({ rowNumber }) => rowNumber)
      return { notifications: rows.length, cases: rows.length - undecided.length, undecided }
    })
  })
