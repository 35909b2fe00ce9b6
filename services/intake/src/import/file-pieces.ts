import { createHash } from 'node:crypto'
import { type Actor, ImportId } from '@cdop/domain'
import { blindIndex, type KeyProvider, type SubjectCipher, subjectCipher } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import type { ImportKey, StoredImport } from './import-store.ts'

/** Bytes of a file in one call. */
export const PIECE_BYTES = 512 * 1024
/** Bytes of a whole file. */
export const FILE_BYTES = 32 * 1024 * 1024
/** One call may carry less than it could. */
export const MOST_PIECES = 4 * (FILE_BYTES / PIECE_BYTES)

const Piece = z.strictObject({ piece: z.int(), bytes: z.base64() })

/** @throws Error when the import has ended and its key with it */
export function cipherOf(
  keys: KeyProvider,
  { areaId, id, wrapped }: Pick<StoredImport, 'areaId' | 'id' | 'wrapped'>,
): SubjectCipher {
  if (wrapped === null) throw new Error('the key of an import that ended is gone')
  return subjectCipher(keys, areaId, id, wrapped)
}

/** Seals a piece to its place in the file. */
export function sealPiece(cipher: SubjectCipher, piece: number, bytes: string): Buffer {
  return cipher.sealJson('import_pieces', 'content', { piece, bytes })
}

/** The file as it was uploaded, a piece at a time, each read in a transaction of its own. */
export async function* filePieces(
  parts: ServiceParts,
  actor: Actor,
  stored: StoredImport,
): AsyncGenerator<Uint8Array> {
  const cipher = cipherOf(parts.keys, stored)
  for (let piece = 0; piece < stored.pieces; piece += 1) {
    const [row] = await parts.database.transaction(
      actor,
      (tx) => tx<{ content: Buffer }[]>`
        select content from intake.import_pieces
        where area_id = ${stored.areaId} and import_id = ${stored.id} and piece = ${piece}`,
    )
    if (row === undefined) throw new PiecesGone()
    const opened = Piece.parse(cipher.openJson('import_pieces', 'content', row.content))
    if (opened.piece !== piece) throw new Error('a piece of the file is not in its place')
    yield Buffer.from(opened.bytes, 'base64')
  }
}

/** The file was taken away while it was read: its import ended. */
export class PiecesGone extends Error {
  constructor() {
    super('the import ended while its file was read')
    this.name = 'PiecesGone'
  }
}

/** Passes bytes on and hashes them; `digest` is keyed, so that equal files are known again and nothing else is. */
export function hashing(keys: KeyProvider, bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let sha256: string | null = null
  /** Once all bytes have passed. */
  const ended = () => {
    sha256 ??= hash.digest('hex')
    return sha256
  }
  return {
    async *bytes(): AsyncGenerator<Uint8Array> {
      for await (const chunk of bytes) {
        hash.update(chunk)
        yield chunk
      }
    },
    digest: (): Buffer => blindIndex(keys, 'imported-file', ended()),
    sha256: ended,
  }
}

export function keyOf({ areaId, id }: Pick<StoredImport, 'areaId' | 'id'>): ImportKey {
  return { areaId, importId: ImportId.parse(id) }
}
