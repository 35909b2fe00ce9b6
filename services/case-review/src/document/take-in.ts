import { createHash, type Hash } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  type DocumentFault,
  type DocumentId,
  documentLimits,
  Refusal,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import type { Parts } from '../parts.ts'
import { dropPieces, keepContent, piecesOf } from './content.ts'
import { addDocument, sealMail } from './document-rows.ts'
import type { Looked } from './inspect/inspector.ts'
import { wakeScan } from './scan-document.ts'
import { dropUpload, type UploadRow } from './upload-rows.ts'

type Outcome = { documentId: DocumentId } | { fault: DocumentFault }

/** A file that was looked into, and how what became of it is written down, in the transaction that decides. */
export type TakenIn = { record(tx: Db, upload: UploadRow, actor: Actor): Promise<Outcome> }

type Place = { areaId: AreaId; upload: UploadRow; cipher: SubjectCipher }
type Whole = Place & { pieces: number; contentHash: string }

/**
 * Looks into a whole file and keeps what is to be kept of it, safely; then has it written down. Content nobody came to
 * write down is destroyed at once, or by the sweep after a crash.
 */
export async function takeIn(
  parts: Parts,
  { areaId, upload, cipher, pieces, contentHash }: Whole,
  finish: (taken: TakenIn) => Promise<Outcome>,
): Promise<Outcome> {
  const { documents: store, inspector } = parts
  const came = createHash('sha256')
  const content = noted(piecesOf(store, cipher, upload, pieces), came)
  const who = upload.begunBy ?? upload.informationRequestId ?? upload.documentId
  const outcome = await inspector.inspect({ areaId, who }, upload.kind, content, async (looked) => {
    if ('fault' in looked) return finish(refused(parts, areaId, looked.fault))
    // Pieces of two files under one attempt, or not all of them.
    if (came.digest('hex') !== contentHash) throw new Refusal('key-reused')
    return keep(parts, { areaId, upload, cipher }, looked, finish)
  })
  await dropPieces(store, upload)
  return outcome
}

async function* noted(content: AsyncIterable<Buffer>, into: Hash): AsyncGenerator<Buffer, void, undefined> {
  for await (const bytes of content) {
    into.update(bytes)
    yield bytes
  }
}

async function keep(
  parts: Parts,
  { areaId, upload, cipher }: Place,
  looked: Exclude<Looked, { fault: DocumentFault }>,
  finish: (taken: TakenIn) => Promise<Outcome>,
): Promise<Outcome> {
  const { documents: store, audit, clock } = parts
  const { documentId } = upload
  if (looked.bytes > documentLimits.bytes) return finish(refused(parts, areaId, 'too-large'))
  const kept = await keepContent(store, cipher, documentId, looked.content)
  let written = false
  try {
    return await finish({
      async record(tx, locked, actor) {
        const mail = looked.mail && sealMail(cipher, documentId, looked.mail)
        await addDocument(tx, areaId, locked, { ...kept, kept: looked.kept, mail, at: clock.now() })
        await wakeScan(tx, { areaId, documentId })
        await audit.record(tx, actor, areaId, {
          action: 'document.file',
          object: { kind: 'document', id: documentId },
        })
        written = true
        return { documentId }
      },
    })
  } finally {
    // A second click came first. When the commit failed it is left to the sweep: it may have succeeded after all.
    if (!written) await store.remove(kept.objectName)
  }
}

function refused({ audit }: Parts, areaId: AreaId, fault: DocumentFault): TakenIn {
  return {
    async record(tx, { documentId }, actor) {
      await dropUpload(tx, areaId, documentId)
      await audit.record(tx, actor, areaId, {
        action: 'document.refuse',
        object: { kind: 'document', id: documentId },
      })
      return { fault }
    },
  }
}
