import { randomUUID } from 'node:crypto'
import {
  AreaId,
  bundleDocumentLimits,
  DocumentFault,
  DocumentId,
  ImportId,
  isStorable,
  kindByName,
  matchedName,
  OpenCaseFileState,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../../area/area-access.ts'
import { areaCipher } from '../../area/area-cipher.ts'
import { keepPiece } from '../../document/content.ts'
import { FilePiece, WholeFile } from '../../document/sending.ts'
import { requires } from '../../rpc.ts'
import { awaitOnce, destroyContent, requireAwaiting } from './awaiting-files.ts'
import { wakeCheck } from './check-file.ts'
import { filesOf, findFile, openAbout } from './file-rows.ts'
import { become, countAttempt } from './file-steps.ts'

const ofBundle = { areaId: AreaId, importId: ImportId }
const row = z.int().min(2)

const Begun = z.union([
  z.strictObject({ row, documentId: DocumentId }),
  /** Its row has its file already. */
  z.strictObject({ row, there: z.literal(true) }),
  z.strictObject({ row, fault: DocumentFault }),
  /** No row of the bundle names it. */
  z.strictObject({ row: z.null() }),
])
type Begun = z.infer<typeof Begun>

/**
 * Begins to take in a file of a bundle, matched to its row by its name alone. A row that has its file keeps it; one whose
 * file is still on its way, was refused or was left out gets this one.
 * @throws Refusal `import-moved-on` once it is signed off or cancelled, `too-many-documents` for a row that has had five
 */
export const beginBundleFile = requires('notification:import')
  .input(
    z.strictObject({ ...ofBundle, key: AttemptKey, fileName: z.string().min(1).max(255).refine(isStorable) }),
  )
  .output(Begun)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, importId, fileName } = input
    requireArea(actor, areaId)
    const bundle = { areaId, importId }
    await awaitOnce({ actor: person, assertion, parts }, bundle)
    let before: string | null = null
    const change = { areaId, procedure: 'open-case-file.begin', input, outcome: Begun }
    const begun = await changeOnce({ actor, parts }, change, async (tx): Promise<Begun> => {
      await requireAwaiting(tx, bundle)
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const found = (await filesOf(tx, bundle)).find(
        ({ about, rowNumber }) =>
          about !== null &&
          matchedName(openAbout(cipher, { ...bundle, row: rowNumber }, about).fileName) ===
            matchedName(fileName),
      )
      if (found === undefined) return { row: null }
      const of = { ...bundle, row: found.rowNumber }
      if (['whole', 'received', 'clean'].includes(found.state)) return { row: of.row, there: true }
      if (found.attempts >= bundleDocumentLimits.attempts) throw new Refusal('too-many-documents')
      const kind = kindByName(fileName)
      const by = person.personId
      const at = parts.clock.now()
      before = found.pieceName
      await countAttempt(tx, of)
      await parts.audit.record(tx, actor, areaId, {
        action: 'open-case-file.begin',
        object: { kind: 'import', id: importId },
      })
      if (kind === null) {
        await become(tx, of, { state: 'refused', fault: 'kind-not-taken', by, at })
        return { row: of.row, fault: 'kind-not-taken' }
      }
      const documentId = DocumentId.parse(randomUUID())
      await become(tx, of, {
        state: 'coming',
        documentId,
        kind,
        pieceName: parts.documents.newName(),
        by,
        at,
      })
      return { row: of.row, documentId }
    })
    await destroyContent(parts, { objectName: null, pieceName: before })
    return begun
  })

/** Keeps one piece of such a file, sealed; says whether more are wanted: not once it came whole, or another came instead. */
export const appendBundleFile = requires('notification:import')
  .input(FilePiece.extend({ ...ofBundle, row }))
  .output(z.strictObject({ wanted: z.boolean() }))
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    requirePerson(actor)
    const { areaId, importId, documentId, piece, bytes } = input
    requireArea(actor, areaId)
    const found = await parts.database.transaction(actor, async (tx) => {
      const file = await findFile(tx, { areaId, importId, row: input.row })
      if (file === null) throw new Refusal('not-found')
      if (file.state !== 'coming' || file.documentId !== documentId || file.pieceName === null) return null
      const { pieceName } = file
      return { coming: { documentId, pieceName }, cipher: await areaCipher(tx, parts.keys, areaId) }
    })
    if (found === null) return { wanted: false }
    await keepPiece(parts.documents, found.cipher, found.coming, piece, Buffer.from(bytes, 'base64'))
    return { wanted: true }
  })

/**
 * Such a file has come whole: it is looked into and scanned, by and by, and the list says what came of it. Said twice it is
 * said once; of a file in whose place another came, nothing happens.
 * @throws Refusal `not-found`, `import-moved-on`
 */
export const finishBundleFile = requires('notification:import')
  .input(WholeFile.omit({ key: true }).extend({ ...ofBundle, row }))
  .output(z.strictObject({ state: OpenCaseFileState }))
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, importId, documentId, pieces, contentHash } = input
    requireArea(actor, areaId)
    const of = { areaId, importId, row: input.row }
    return parts.database.transaction(actor, async (tx) => {
      await requireAwaiting(tx, of)
      const file = await findFile(tx, of, { lock: true })
      if (file === null) throw new Refusal('not-found')
      if (file.state !== 'coming' || file.documentId !== documentId) return { state: file.state }
      const { kind, pieceName } = file
      const done = { by: person.personId, at: parts.clock.now() }
      await become(tx, of, { state: 'whole', documentId, kind, pieceName, pieces, contentHash, ...done })
      await wakeCheck(tx, of)
      await parts.audit.record(tx, actor, areaId, {
        action: 'open-case-file.add',
        object: { kind: 'document', id: documentId },
      })
      return { state: 'whole' as const }
    })
  })
