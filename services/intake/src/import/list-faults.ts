import { AreaId, ImportId, requireArea } from '@cdop/domain'
import { type CsvField, writeCsv } from '@cdop/tabular'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { findImport } from './import-store.ts'

const StoredFault = z.object({
  rowNumber: z.int().nullable(),
  columnName: z.string().nullable(),
  valueClass: z.string().nullable(),
  says: z.string(),
  cure: z.string(),
})

/** What is wrong with a file, as a file: row, column, what kind of thing stands there, what to do. Never a value. */
export const listFaults = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId }))
  .output(z.strictObject({ fileName: z.string(), csv: z.string() }))
  .query(({ ctx: { actor, parts }, input }) => {
    const { areaId, importId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await findImport(tx, input)
      await parts.audit.record(tx, actor, areaId, {
        action: 'import.faults',
        object: { kind: 'import', id: importId },
      })
      const rows = await tx`
        select row_number, column_name, value_class, says, cure from intake.import_faults
        where area_id = ${areaId} and import_id = ${importId} order by position`
      const fields = rows.map((row) => fieldsOf(StoredFault.parse(row)))
      const pieces: Uint8Array[] = []
      for await (const piece of writeCsv(headings, fields)) pieces.push(piece)
      return {
        fileName: `import-errors-${importId.slice(0, 8)}.csv`,
        csv: Buffer.concat(pieces).toString('utf8'),
      }
    })
  })

const headings = ['Row', 'Column', 'What stands there', 'What is wrong', 'What to do']

function fieldsOf({
  rowNumber,
  columnName,
  valueClass,
  says,
  cure,
}: z.infer<typeof StoredFault>): CsvField[] {
  return [
    rowNumber === null ? { text: '' } : { number: String(rowNumber) },
    ...[columnName, valueClass, says, cure].map((text) => ({ text: text ?? '' })),
  ]
}
