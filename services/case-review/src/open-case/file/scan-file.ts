import type { Db } from '@cdop/database'
import type { DocumentFault, ServiceActor } from '@cdop/domain'
import { areaCipher } from '../../area/area-cipher.ts'
import { ContentDamaged, contentOf } from '../../document/content.ts'
import { ScannerAway } from '../../document/scan/scanner.ts'
import type { Parts } from '../../parts.ts'
import { type FileRow, findFile, type OfFile } from './file-rows.ts'
import { become } from './file-steps.ts'

/** Where a file of a bundle is worked at, on the service's own account. */
export type At = { parts: Parts; self: ServiceActor; of: OfFile }

/** Whether nothing has happened to a file since it was looked up; it is locked. */
export async function unchanged(tx: Db, of: OfFile, row: FileRow): Promise<boolean> {
  const now = await findFile(tx, of, { lock: true })
  return now !== null && now.state === row.state && now.documentId === row.documentId
}

/** The file that came is not taken, and nothing of it stays; another may come in its place. */
export async function refuse(
  tx: Db,
  { parts, self, of }: At,
  { documentId, doneBy: by }: FileRow,
  fault: DocumentFault,
): Promise<void> {
  await become(tx, of, { state: 'refused', fault, by, at: parts.clock.now() })
  if (documentId === null) return
  await parts.audit.record(tx, self, of.areaId, {
    action: 'document.refuse',
    object: { kind: 'document', id: documentId },
  })
}

/** Has the scanner look at a file that was found sound; `waits` while the scanner is away. */
export async function scanFile(at: At): Promise<'done' | 'waits'> {
  const { parts, self, of } = at
  const { database, documents: store, scanner, keys, audit, clock, log } = parts
  const found = await database.transaction(self, async (tx) => {
    const row = await findFile(tx, of)
    return row?.state === 'received' ? { row, cipher: await areaCipher(tx, keys, of.areaId) } : null
  })
  if (found === null) return 'done'
  const { row, cipher } = found
  const { documentId, objectName, contentKey, chunks } = row
  if (documentId === null || objectName === null || chunks === null) return 'done'
  const not = async (fault: DocumentFault) => {
    const refused = await database.transaction(self, async (tx) => {
      if (!(await unchanged(tx, of, row))) return false
      await refuse(tx, at, row, fault)
      return true
    })
    if (refused) await store.remove(objectName)
  }
  try {
    const kept = { documentId, objectName, contentKey, chunks }
    const { infected, engine } = await scanner.scan(contentOf(store, cipher, kept))
    if (infected) {
      await not('malware')
      return 'done'
    }
    await database.transaction(self, async (tx) => {
      if (!(await unchanged(tx, of, row))) return
      const { doneBy: by, doneAt } = row
      await become(tx, of, {
        ...row,
        state: 'clean',
        scannedAt: clock.now(),
        scannedWith: engine,
        by,
        at: doneAt,
      })
      await audit.record(tx, self, of.areaId, {
        action: 'document.clear',
        object: { kind: 'document', id: documentId },
      })
    })
    return 'done'
  } catch (thrown) {
    if (thrown instanceof ContentDamaged) {
      log.failure('a file of a bundle cannot be read back', thrown)
      await not('damaged')
      return 'done'
    }
    if (!(thrown instanceof ScannerAway)) throw thrown
    log.failure('a file of a bundle waits for the scanner', thrown)
    return 'waits'
  }
}
