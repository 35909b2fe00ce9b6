import { createHash } from 'node:crypto'
import { type DocumentId, documentLimits } from '@cdop/domain'
import { type ContentCipher, contentCipher, newContentKey, type SubjectCipher } from '@cdop/encryption'
import { type DocumentRow, tableOf } from './document-rows.ts'
import { type DocumentStore, NotWhole } from './store/document-store.ts'
import type { UploadRow } from './upload-rows.ts'

/** Pieces of the largest file. */
export const MOST_PIECES = Math.ceil(documentLimits.bytes / documentLimits.piece)

/** Under which name a piece on its way in lies: as random as the name it follows from. */
export function pieceName({ pieceName: name }: Pick<UploadRow, 'pieceName'>, piece: number): string {
  return createHash('sha256').update(`${name}:${piece}`).digest('hex')
}

/** Where a chunk belongs. It opens in no other document and in no other place of this one. */
const column = (at: number) => `content/${at}`
const pieceColumn = (piece: number) => `piece/${piece}`

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}

/** A file on its way in: which it is, and from what the names of its pieces follow. */
type Coming = Pick<UploadRow, 'documentId' | 'pieceName'>

/** Keeps one piece. The same piece again takes its place. */
export function keepPiece(
  store: DocumentStore,
  cipher: SubjectCipher,
  upload: Coming,
  piece: number,
  bytes: Uint8Array,
): Promise<void> {
  const sealed = cipher.sealBytes(tableOf(upload.documentId), pieceColumn(piece), bytes)
  return store.write(pieceName(upload, piece), one(sealed))
}

/** All pieces in order. @throws Error when one is missing */
export async function* piecesOf(
  store: DocumentStore,
  cipher: SubjectCipher,
  upload: Coming,
  pieces: number,
): AsyncGenerator<Buffer, void, undefined> {
  for (let piece = 0; piece < pieces; piece += 1) {
    const sealed = await store.readChunk(pieceName(upload, piece), 0)
    yield cipher.openBytes(tableOf(upload.documentId), pieceColumn(piece), sealed)
  }
}

export async function dropPieces(store: DocumentStore, upload: Pick<UploadRow, 'pieceName'>): Promise<void> {
  for (let piece = 0; piece < MOST_PIECES; piece += 1) await store.remove(pieceName(upload, piece))
}

/** Cuts content into chunks of the length that is sealed at a time. */
async function* cut(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const bytes of content) {
    held.push(bytes)
    length += bytes.length
    if (length < documentLimits.piece) continue
    const all = Buffer.concat(held)
    let from = 0
    for (; all.length - from >= documentLimits.piece; from += documentLimits.piece) {
      yield all.subarray(from, from + documentLimits.piece)
    }
    held = [all.subarray(from)]
    length = all.length - from
  }
  if (length > 0) yield Buffer.concat(held)
}

/** Where content lies, and its key, sealed with the key of its case. */
type KeptContent = { objectName: string; contentKey: Buffer; chunks: number; bytes: number }

/** Keeps content under a new name, sealed chunk by chunk: never whole in memory. Safe once this returns. */
export async function keepContent(
  store: DocumentStore,
  cipher: SubjectCipher,
  documentId: DocumentId,
  content: AsyncIterable<Uint8Array>,
): Promise<KeptContent> {
  const objectName = store.newName()
  const contentKey = newContentKey(cipher, tableOf(documentId))
  const own = contentCipher(cipher, tableOf(documentId), contentKey)
  let chunks = 0
  let bytes = 0
  async function* sealed() {
    for await (const chunk of cut(content)) {
      yield own.sealBytes(tableOf(documentId), column(chunks), chunk)
      chunks += 1
      bytes += chunk.length
    }
  }
  await store.write(objectName, sealed())
  return { objectName, contentKey, chunks, bytes }
}

type Kept = Pick<DocumentRow, 'documentId' | 'objectName' | 'contentKey' | 'chunks'>

/** What was taken in before each document had a key of its own is sealed with the key of its case. */
const cipherOf = (cipher: SubjectCipher, { documentId, contentKey }: Kept): ContentCipher =>
  contentKey === null ? cipher : contentCipher(cipher, tableOf(documentId), contentKey)

/** Content that is not there, not whole, or was altered where it lies: nobody can read it. */
export class ContentDamaged extends Error {
  constructor(cause: unknown) {
    super('the content of a document cannot be read back', { cause })
    this.name = 'ContentDamaged'
  }
}

/** One chunk of a document. @throws ContentDamaged; what the store throws when it cannot be reached now */
export async function chunkOf(
  store: DocumentStore,
  cipher: SubjectCipher,
  kept: Kept,
  at: number,
): Promise<Buffer> {
  const { documentId, objectName } = kept
  if (objectName === null) throw new Error('the document has no content')
  const sealed = await store.readChunk(objectName, at).catch((thrown: unknown) => {
    throw thrown instanceof NotWhole ? new ContentDamaged(thrown) : thrown
  })
  try {
    return cipherOf(cipher, kept).openBytes(tableOf(documentId), column(at), sealed)
  } catch (thrown) {
    throw new ContentDamaged(thrown)
  }
}

/** A document's content in order. @throws ContentDamaged when a chunk was altered, moved or is missing */
export async function* contentOf(
  store: DocumentStore,
  cipher: SubjectCipher,
  kept: Kept,
): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0; at < kept.chunks; at += 1) yield await chunkOf(store, cipher, kept, at)
}
