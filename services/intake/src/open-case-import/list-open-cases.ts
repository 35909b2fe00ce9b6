import { AreaId, ImportId, OpenCase, PlainDate, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { cipherOf } from '../import/file-pieces.ts'
import { findImport } from '../import/import-store.ts'
import { requires } from '../rpc.ts'

/** Cases in one answer. */
const PAGE = 25

const Waiting = z.strictObject({ row: z.int(), diedOn: PlainDate, open: OpenCase })

const Content = Waiting.omit({ row: true })

/**
 * What a checked bundle says of its cases beside their notifications, in the order of its rows: for case-review, which
 * shows what would come of it and takes it in.
 * @throws Refusal `import-moved-on` unless it waits to be signed off
 */
export const listOpenCases = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId, after: z.int().min(0) }))
  .output(z.strictObject({ cases: z.array(Waiting), last: z.boolean() }))
  .query(({ ctx: { actor, parts }, input }) => {
    const { areaId, importId, after } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findImport(tx, input)
      if (stored.state !== 'ready') throw new Refusal('import-moved-on')
      await parts.audit.record(tx, actor, areaId, {
        action: 'import.open-cases',
        object: { kind: 'import', id: importId },
        fieldClasses: ['agency-return'],
      })
      const rows = await tx<{ rowNumber: number; rest: Buffer }[]>`
        select row_number, rest from intake.import_rows
        where area_id = ${areaId} and import_id = ${importId} and row_number > ${after} and rest is not null
        order by row_number limit ${PAGE}`
      const cipher = cipherOf(parts.keys, stored)
      const cases = rows.map(({ rowNumber, rest }) => {
        const content = Content.parse(cipher.openJson('import_rows', 'rest', rest))
        if (content.open.row !== rowNumber) throw new Error('a case of the bundle is not in its place')
        return { row: rowNumber, ...content }
      })
      return { cases, last: cases.length < PAGE }
    })
  })
