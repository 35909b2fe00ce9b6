import { createHash } from 'node:crypto'
import type { DocumentFault, DocumentId } from '@cdop/domain'
import type { PostedUpload } from '../page/posted-form.ts'
import { inPieces } from './in-pieces.ts'

/** Milliseconds one piece may take, and looking into the whole. */
export const PIECE_WITHIN = 15_000
export const LOOKED_INTO_WITHIN = 45_000

/** A file that has come whole. */
export type WholeFile = { documentId: DocumentId; pieces: number; contentHash: string }

/** Where a file is sent: to a case, or with an answer. */
export type SendingTo = {
  begin(): Promise<{ documentId: DocumentId } | { fault: DocumentFault }>
  append(piece: { documentId: DocumentId; piece: number; bytes: string }): Promise<unknown>
  finish(whole: WholeFile): Promise<{ documentId: DocumentId } | { fault: DocumentFault }>
}

/**
 * Hands a file on to case-review as it comes, piece by piece: no more than one piece of it is held. Says what is wrong
 * with it; null when it was taken. A second click sends the same pieces and gets the first answer.
 * @throws Refusal `files-waiting` when it came whole and others come first: it is kept and can be checked later
 */
export async function sendFile(to: SendingTo, upload: PostedUpload): Promise<DocumentFault | null> {
  const begun = await to.begin()
  if ('fault' in begun) return begun.fault
  const { documentId } = begun
  let pieces = 0
  const hash = createHash('sha256')
  for await (const bytes of inPieces(upload.content())) {
    if (bytes === null) return 'too-large'
    await to.append({ documentId, piece: pieces, bytes: bytes.toString('base64') })
    hash.update(bytes)
    pieces += 1
  }
  const finished = await to.finish({ documentId, pieces, contentHash: hash.digest('hex') })
  return 'fault' in finished ? finished.fault : null
}
