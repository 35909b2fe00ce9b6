import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  AreaId,
  type DocumentFault,
  type DocumentId,
  documentLimits,
  ImportId,
  Refusal,
  RequestId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn } from '../../area/area-access.ts'
import { areaCipher } from '../../area/area-cipher.ts'
import { dropPieces, keepContent, piecesOf } from '../../document/content.ts'
import type { Looked } from '../../document/inspect/inspector.ts'
import type { Parts } from '../../parts.ts'
import { type FileRow, findFile, type OfFile, sealFiledMail } from './file-rows.ts'
import { become, countLook } from './file-steps.ts'
import { type At, refuse, scanFile, unchanged } from './scan-file.ts'

/** The job that looks into a file of a bundle and has it scanned. */
export const CHECK_BUNDLE_FILE = 'check-bundle-file'

const Checking = z.strictObject({ areaId: AreaId, importId: ImportId, row: z.coerce.number().int() })

/** Seconds until a file is looked at again whose turn did not come, or for which the scanner was away. */
const AGAIN = 30
/** How often it may be begun to look into one file. */
const MOST_LOOKS = 5

/** Has it looked at once this transaction has committed. */
export function wakeCheck(tx: Db, { areaId, importId, row }: OfFile, inSeconds = 0): Promise<void> {
  const key = `${CHECK_BUNDLE_FILE}:${importId}:${row}`
  return addJob(tx, 'case-review', CHECK_BUNDLE_FILE, { areaId, importId, row: String(row) }, key, {
    inSeconds,
  })
}

/**
 * Holds a file of a bundle to all that a file of a case is held to: it is looked into in a process of its own, what it says
 * of its maker is taken out, what is kept is sealed, and the scanner looks at it. Done, it does nothing; cut off at any
 * moment, it is done again.
 */
export async function checkBundleFile(parts: Parts, payload: unknown): Promise<void> {
  const of = Checking.parse(payload)
  const self = caseReviewIn(of.areaId, RequestId.parse(randomUUID()))
  const at: At = { parts, self, of }
  const again = () => parts.database.transaction(self, (tx) => wakeCheck(tx, of, AGAIN))
  const looking = await parts.database.transaction(self, async (tx) => {
    const row = await findFile(tx, of, { lock: true })
    if (row?.state !== 'whole') return null
    if (row.looks >= MOST_LOOKS) {
      await refuse(tx, at, row, 'took-too-long')
      return null
    }
    await countLook(tx, of, 1)
    return { row, cipher: await areaCipher(tx, parts.keys, of.areaId) }
  })
  if (looking !== null && (await lookInto(at, looking)) === 'waits') return again()
  if ((await scanFile(at)) === 'waits') await again()
}

type Place = { row: FileRow; cipher: SubjectCipher }

/** Looks into a file that came whole; `waits` when others come first. */
async function lookInto(at: At, { row, cipher }: Place): Promise<'done' | 'waits'> {
  const { parts, self, of } = at
  const { documents: store, inspector, database } = parts
  const { documentId, pieceName, kind, pieces } = row
  if (documentId === null || pieceName === null || kind === null || pieces === null) return 'done'
  const coming = { documentId, pieceName }
  const came = createHash('sha256')
  async function* content() {
    for await (const bytes of piecesOf(store, cipher, coming, pieces ?? 0)) {
      came.update(bytes)
      yield bytes
    }
  }
  const finish = (fault: DocumentFault) =>
    database.transaction(self, async (tx) => {
      if (await unchanged(tx, of, row)) await refuse(tx, at, row, fault)
    })
  try {
    await inspector.inspect(
      { areaId: of.areaId, who: row.doneBy ?? of.importId },
      kind,
      content(),
      (looked) => {
        if ('fault' in looked) return finish(looked.fault)
        // Pieces of two files, or not all of them.
        if (came.digest('hex') !== row.contentHash) return finish('damaged')
        if (looked.bytes > documentLimits.bytes) return finish('too-large')
        return keep(at, { row, cipher, documentId }, looked)
      },
    )
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'files-waiting') throw thrown
    await database.transaction(self, (tx) => countLook(tx, of, -1))
    return 'waits'
  }
  await dropPieces(store, { pieceName })
  return 'done'
}

/** Keeps what is to be kept of a sound file, sealed, safely; then says so. Content nobody came to name is destroyed. */
async function keep(
  { parts, self, of }: At,
  { row, cipher, documentId }: Place & { documentId: DocumentId },
  looked: Exclude<Looked, { fault: DocumentFault }>,
): Promise<void> {
  const { documents: store, database, audit } = parts
  const kept = await keepContent(store, cipher, documentId, looked.content)
  let written = false
  try {
    await database.transaction(self, async (tx) => {
      if (!(await unchanged(tx, of, row))) return
      const mail = looked.mail && new Uint8Array(sealFiledMail(cipher, of, looked.mail))
      const { kind, doneBy: by, doneAt } = row
      await become(tx, of, {
        state: 'received',
        documentId,
        kind,
        ...kept,
        contentKey: new Uint8Array(kept.contentKey),
        kept: [...looked.kept],
        mail,
        by,
        at: doneAt,
      })
      await audit.record(tx, self, of.areaId, {
        action: 'document.keep',
        object: { kind: 'document', id: documentId },
      })
      written = true
    })
  } finally {
    // Somebody else came first. When the commit failed it is left to the sweep: it may have succeeded after all.
    if (!written) await store.remove(kept.objectName)
  }
}
