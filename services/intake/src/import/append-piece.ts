import { AreaId, ImportId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { cipherOf, MOST_PIECES, PIECE_BYTES, sealPiece } from './file-pieces.ts'
import { lockImport } from './import-store.ts'

/**
 * Takes the next piece of a file and keeps it sealed. A piece that was taken already is left as it is, so that a second
 * click or a retry changes nothing.
 */
export const appendPiece = requires('notification:import')
  .input(
    z.strictObject({
      areaId: AreaId,
      importId: ImportId,
      piece: z.int().min(0).max(MOST_PIECES),
      bytes: z.base64().max(Math.ceil(PIECE_BYTES / 3) * 4),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input: { areaId, importId, piece, bytes } }) => {
    requireArea(actor, areaId)
    await parts.database.transaction(actor, async (tx) => {
      const stored = await lockImport(tx, { areaId, importId })
      if (stored.state !== 'uploading' || piece > stored.pieces) throw new Refusal('import-moved-on')
      if (piece < stored.pieces) return
      await tx`
        insert into intake.import_pieces (area_id, import_id, piece, content)
        values (${areaId}, ${importId}, ${piece}, ${sealPiece(cipherOf(parts.keys, stored), piece, bytes)})`
      await tx`
        update intake.imports set pieces = ${piece + 1}, changed_at = ${parts.clock.now()}
        where area_id = ${areaId} and id = ${importId}`
    })
  })
