import { createHash } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import { documentFaults, type ImportId } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import { inPieces } from '../../document/in-pieces.ts'
import { LOOKED_INTO_WITHIN, PIECE_WITHIN } from '../../document/send-file.ts'
import type { PostedUpload } from '../../page/posted-form.ts'
import type { PersonVisit } from '../../page/visit.ts'

/** Called anew for each piece: a slow line outlasts a session, a role and the word of a minute. */
const openCasesOf = async (visit: PersonVisit, within: number) =>
  (await visit.renewed())<CaseReviewRouter>('case-review', within).openCases

const wrong = (text: string): ErrorItem => ({ text, href: '#file' })

/** Hands one file on as it comes. Says what is wrong with it; null when it came whole, or was there already. */
async function sendOne(
  visit: PersonVisit,
  { importId, key }: { importId: ImportId; key: string },
  upload: PostedUpload,
): Promise<ErrorItem | null> {
  const of = { areaId: visit.areaId, importId }
  const begun = await (await openCasesOf(visit, LOOKED_INTO_WITHIN)).beginFile.mutate({
    ...of,
    key,
    fileName: upload.name,
  })
  if (begun.row === null) return wrong(`No row of the bundle names the file “${upload.name}”`)
  const { row } = begun
  if ('fault' in begun) return wrong(`Row ${row}: ${documentFaults[begun.fault]}`)
  if ('there' in begun) return null
  const { documentId } = begun
  const hash = createHash('sha256')
  let pieces = 0
  for await (const bytes of inPieces(upload.content())) {
    if (bytes === null) return wrong(`Row ${row}: ${documentFaults['too-large']}`)
    const calls = await openCasesOf(visit, PIECE_WITHIN)
    await calls.appendFile.mutate({ ...of, row, documentId, piece: pieces, bytes: bytes.toString('base64') })
    hash.update(bytes)
    pieces += 1
  }
  const whole = { row, documentId, pieces, contentHash: hash.digest('hex') }
  await (await openCasesOf(visit, PIECE_WITHIN)).finishFile.mutate({ ...of, ...whole })
  return null
}

/**
 * Hands the files of a bundle on, one after the other, no more of them held than a piece. Says what is wrong with which; the
 * others are taken all the same. A second click sends the same files and changes nothing.
 */
export async function sendBundleFiles(
  visit: PersonVisit,
  { importId, key }: { importId: ImportId; key: string },
  first: PostedUpload | null,
): Promise<ErrorItem[]> {
  const faults: ErrorItem[] = []
  let sent = 0
  for (let upload = first; upload !== null; upload = await upload.next()) {
    if (upload.name === '') continue
    const fault = await sendOne(visit, { importId, key: `${key}-${sent}` }, upload)
    if (fault !== null) faults.push(fault)
    sent += 1
  }
  return sent === 0 ? [wrong('Choose a file')] : faults
}
