import { createHash } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CaseId, DocumentFault, DocumentId, DocumentSubject, OrganisationId } from '@cdop/domain'
import type { PostedUpload } from '../../page/posted-form.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { inPieces } from './in-pieces.ts'

/** Milliseconds one piece may take, and looking into the whole. */
const PIECE_WITHIN = 15_000
const LOOKED_INTO_WITHIN = 45_000

type About = {
  caseId: CaseId
  key: string
  subject: DocumentSubject
  organisationId: OrganisationId | null
}

/**
 * Hands a file on to case-review as it comes, piece by piece: no more than one piece of it is held. Says what is wrong
 * with it; null when it was taken. A second click sends the same pieces and gets the first answer.
 */
export async function sendFile(
  visit: PersonVisit,
  { caseId, ...about }: About,
  upload: PostedUpload,
): Promise<DocumentFault | null> {
  const { areaId } = visit
  const { document } = visit.call<CaseReviewRouter>('case-review', PIECE_WITHIN)
  const begun = await document.begin.mutate({ areaId, caseId, ...about, fileName: upload.name })
  if ('fault' in begun) return begun.fault
  const { documentId } = begun
  let pieces = 0
  const hash = createHash('sha256')
  for await (const bytes of inPieces(upload.content())) {
    if (bytes === null) return 'too-large'
    const piece = { areaId, caseId, documentId, piece: pieces, bytes: bytes.toString('base64') }
    await document.append.mutate(piece)
    hash.update(bytes)
    pieces += 1
  }
  return checkFile(visit, { caseId, documentId, key: about.key, pieces, contentHash: hash.digest('hex') })
}

/** A file that has come whole. */
export type WholeFile = {
  caseId: CaseId
  documentId: DocumentId
  key: string
  pieces: number
  contentHash: string
}

/**
 * Has a file looked into that came whole. Says what is wrong with it; null when it was taken.
 * @throws Refusal `files-waiting` when others come first: it is kept and can be checked later
 */
export async function checkFile(visit: PersonVisit, whole: WholeFile): Promise<DocumentFault | null> {
  const { document } = visit.call<CaseReviewRouter>('case-review', LOOKED_INTO_WITHIN)
  const finished = await document.finish.mutate({ areaId: visit.areaId, ...whole })
  return 'fault' in finished ? finished.fault : null
}
