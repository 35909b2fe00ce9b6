import { AreaId, ImportId, OpenCaseDocument, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../../area/area-access.ts'
import { areaCipher } from '../../area/area-cipher.ts'
import { requires } from '../../rpc.ts'
import { bundleOf, intakeFor } from '../bundle-of.ts'
import { findOpenCaseImport } from '../import-store.ts'
import { FileRow, filesOf, openAbout } from './file-rows.ts'

const Listed = FileRow.pick({ state: true, fault: true, leftOut: true, doneBy: true, doneAt: true }).extend({
  row: z.int(),
  caseRow: z.int(),
  /** What the bundle says of it; null once its case is there. */
  about: OpenCaseDocument.omit({ row: true }).nullable(),
})
type Listed = z.infer<typeof Listed>

const nothingYet = { state: 'awaited', fault: null, leftOut: null, doneBy: null, doneAt: null } as const

/**
 * The files a bundle names, in the order of its rows, each with how far it has come, and whether they can still be added.
 * Audited before it is answered.
 * @throws Refusal as intake does, before the first file was sent
 */
export const listBundleFiles = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId }))
  .output(z.strictObject({ open: z.boolean(), files: z.array(Listed) }))
  .query(async ({ ctx: { actor, assertion, parts }, input: of }) => {
    requirePerson(actor)
    const { areaId, importId } = of
    requireArea(actor, areaId)
    const kept = await parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'open-case-file.list',
        object: { kind: 'import', id: importId },
        fieldClasses: ['agency-return'],
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const files = (await filesOf(tx, of)).map((file): Listed => {
        const { rowNumber: row, caseRow, state, fault, leftOut, doneBy, doneAt } = file
        const said = { row, caseRow, state, fault, leftOut, doneBy, doneAt }
        if (file.about === null) return { ...said, about: null }
        const { row: _, ...about } = openAbout(cipher, { ...of, row }, file.about)
        return { ...said, about }
      })
      return { open: (await findOpenCaseImport(tx, of)) === null, files }
    })
    if (kept.files.length > 0 || !kept.open) return kept
    const bundle = await bundleOf(intakeFor({ assertion, parts }), of)
    const files = bundle.flatMap(({ open }) =>
      open.documents.map(({ row, ...about }) => ({ row, caseRow: open.row, about, ...nothingYet })),
    )
    return { open: true, files: files.sort((one, other) => one.row - other.row) }
  })
