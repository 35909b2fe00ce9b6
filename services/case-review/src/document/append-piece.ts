import { AreaId, CaseId, DocumentId, documentLimits, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { keepPiece, MOST_PIECES } from './content.ts'
import { seeFileable } from './fileable-case.ts'
import { findUpload } from './upload-rows.ts'

/** One piece as it travels. */
const Piece = z.base64().max(Math.ceil(documentLimits.piece / 3) * 4)

/**
 * Keeps one piece of a file on its way in, sealed; the same piece again takes its place. Says whether more are wanted:
 * not when the file was taken or refused already, by a first click that was quicker.
 */
export const appendPiece = requires('document:file')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      documentId: DocumentId,
      piece: z
        .int()
        .nonnegative()
        .max(MOST_PIECES - 1),
      bytes: Piece,
    }),
  )
  .output(z.strictObject({ wanted: z.boolean() }))
  .mutation(async ({ ctx: { actor, parts }, input: { areaId, caseId, documentId, piece, bytes } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    const found = await parts.database.transaction(actor, async (tx) => {
      await seeFileable(tx, person, areaId, caseId)
      const upload = await findUpload(tx, areaId, documentId)
      if (upload === null) return null
      if (upload.caseId !== caseId || upload.begunBy !== person.personId) throw new Refusal('not-found')
      return { upload, cipher: await caseCipher(tx, parts.keys, areaId, caseId) }
    })
    if (found === null) return { wanted: false }
    await keepPiece(parts.documents, found.cipher, found.upload, piece, Buffer.from(bytes, 'base64'))
    return { wanted: true }
  })
