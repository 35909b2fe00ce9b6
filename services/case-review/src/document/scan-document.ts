import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, DocumentId, RequestId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { caseCipher, findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { ContentDamaged, contentOf } from './content.ts'
import { type DocumentRow, findDocument, markScanned, markUnreadable } from './document-rows.ts'
import { ScannerAway } from './scan/scanner.ts'

/** The job that has the scanner look at a document. */
export const SCAN_DOCUMENT = 'scan-document'

const Scanning = z.strictObject({ areaId: AreaId, documentId: DocumentId })
type Scanning = z.infer<typeof Scanning>

/** Seconds until a scanner that was away is asked again. */
const AGAIN = 30

/** Has it scanned once this transaction has committed. */
export function wakeScan(tx: Db, scanning: Scanning, inSeconds = 0): Promise<void> {
  return addJob(tx, 'case-review', SCAN_DOCUMENT, scanning, `${SCAN_DOCUMENT}:${scanning.documentId}`, {
    inSeconds,
  })
}

/**
 * Has the scanner look at a document that waits for it: then it can be opened, or its content is destroyed. While the
 * scanner is away the document waits and it is asked again. One whose content cannot be read back is set aside, which its
 * list says. Done, it does nothing.
 */
export async function scanDocument(parts: Parts, payload: unknown): Promise<void> {
  const { areaId, documentId } = Scanning.parse(payload)
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const { database, documents: store, scanner, keys, audit, clock, log } = parts
  const found = await database.transaction(self, async (tx) => {
    const row = await findDocument(tx, areaId, documentId)
    return row?.state === 'received' ? { row, cipher: await caseCipher(tx, keys, areaId, row.caseId) } : null
  })
  if (found === null) return
  try {
    const scanned = await scanner.scan(contentOf(store, found.cipher, found.row))
    const decided = await database.transaction(self, async (tx) => {
      const row = await lockWithCase(tx, areaId, documentId)
      if (row?.state !== 'received') return false
      await markScanned(tx, areaId, documentId, { ...scanned, at: clock.now() })
      await audit.record(tx, self, areaId, {
        action: scanned.infected ? 'document.refuse' : 'document.clear',
        object: { kind: 'document', id: documentId },
      })
      return true
    })
    if (decided && scanned.infected && found.row.objectName !== null) await store.remove(found.row.objectName)
  } catch (thrown) {
    if (thrown instanceof ContentDamaged) return setAside(parts, { areaId, documentId }, thrown)
    if (!(thrown instanceof ScannerAway)) throw thrown
    log.failure('a document waits for the scanner', thrown)
    await database.transaction(self, (tx) => wakeScan(tx, { areaId, documentId }, AGAIN))
  }
}

/** A document, its case locked before it, as whoever takes it out does: its damage is a matter of the case's clock. */
async function lockWithCase(tx: Db, areaId: AreaId, documentId: DocumentId): Promise<DocumentRow | null> {
  const found = await findDocument(tx, areaId, documentId)
  if (found === null) return null
  await findCase(tx, areaId, found.caseId, { lock: true })
  return findDocument(tx, areaId, documentId, { lock: true })
}

/** Sets a document aside whose content cannot be read back; it is tried again by and by, for a store can come back. */
export async function setAside(
  { database, clock, audit, log }: Parts,
  { areaId, documentId }: Scanning,
  thrown: ContentDamaged,
): Promise<void> {
  log.failure('a document cannot be read back', thrown)
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  await database.transaction(self, async (tx) => {
    const row = await lockWithCase(tx, areaId, documentId)
    if (row === null || row.objectName === null) return
    await markUnreadable(tx, areaId, documentId, clock.now())
    if (row.unreadableAt !== null) return
    await audit.record(tx, self, areaId, {
      action: 'document.set-aside',
      object: { kind: 'document', id: documentId },
    })
  })
}

/** A document that was set aside is so no longer once all of it reads again, unless it was found damaged anew meanwhile. */
export async function readsAgain(
  { database, documents, audit }: Parts,
  { areaId, row, cipher }: { areaId: AreaId; row: DocumentRow; cipher: SubjectCipher },
): Promise<void> {
  const { documentId } = row
  try {
    for await (const chunk of contentOf(documents, cipher, row)) chunk.fill(0)
  } catch (thrown) {
    if (thrown instanceof ContentDamaged) return
    throw thrown
  }
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  await database.transaction(self, async (tx) => {
    const now = await lockWithCase(tx, areaId, documentId)
    if (now === null || now.unreadableAt === null || now.unreadableAt !== row.unreadableAt) return
    await markUnreadable(tx, areaId, documentId, null)
    await audit.record(tx, self, areaId, {
      action: 'document.read-again',
      object: { kind: 'document', id: documentId },
    })
  })
}
