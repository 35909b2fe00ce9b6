import { timingSafeEqual } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  AreaId,
  actorKey,
  CaseId,
  CaseReference,
  DocumentId,
  DocumentKind,
  Instant,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, findCase } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { ContentDamaged, chunkOf, MOST_PIECES } from './content.ts'
import { type DocumentRow, findDocument } from './document-rows.ts'
import { isOfTheOffice } from './office-document.ts'
import { readsAgain, setAside } from './scan-document.ts'

/** Milliseconds within which a document that was opened can be read to its end. */
const READ_WITHIN = 30 * 60_000

const asked = { areaId: AreaId, caseId: CaseId, documentId: DocumentId }

/** That this document was opened, and recorded to have been, by whoever asks, then. */
const Opening = z.strictObject({ at: Instant, proof: z.string().length(43) })

function proofOf(keys: KeyProvider, actor: Actor, documentId: DocumentId, at: Instant): string {
  return blindIndex(keys, 'document-opening', JSON.stringify([actorKey(actor), documentId, at])).toString(
    'base64url',
  )
}

/**
 * A document of a case this person may see, with its content.
 * @throws Refusal `not-found`, also when its content was destroyed; `not-looked-at-yet` before the scanner has spoken
 */
async function seeDocument(
  tx: Db,
  actor: Actor,
  { areaId, caseId, documentId }: { areaId: AreaId; caseId: CaseId; documentId: DocumentId },
): Promise<DocumentRow> {
  const seen = await seeCase(tx, requirePerson(actor), areaId, caseId)
  requireClass(seen, 'agency-return')
  const row = await findDocument(tx, areaId, documentId)
  if (row === null || !isOfTheOffice(row) || !seen.found.caseIds.includes(row.caseId)) {
    throw new Refusal('not-found')
  }
  if (row.state === 'received') throw new Refusal('not-looked-at-yet')
  if (row.state !== 'clean') throw new Refusal('not-found')
  return row
}

/**
 * Opens a document: what it is called when it leaves, and what its content is read with. Audited before anything of it is
 * given away.
 */
export const openDocument = requires('document:read')
  .input(z.strictObject(asked))
  .output(
    z.strictObject({
      reference: CaseReference,
      number: z.int(),
      kind: DocumentKind,
      bytes: z.int(),
      chunks: z.int(),
      opening: Opening,
    }),
  )
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId, documentId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const row = await seeDocument(tx, actor, input)
      const of = await findCase(tx, areaId, row.caseId)
      if (of === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'document.open',
        object: { kind: 'document', id: documentId },
        fieldClasses: ['agency-return'],
      })
      const at = parts.clock.now()
      const { number, kind, bytes, chunks } = row
      const opening = { at, proof: proofOf(parts.keys, actor, documentId, at) }
      return { reference: of.reference, number, kind, bytes, chunks, opening }
    })
  })

/**
 * A chunk of a document that was opened. Whether it may be seen is decided again for each: who withdraws sees no more.
 * @throws Refusal `not-found` without an opening of this person's, or one too long ago
 */
export const readChunk = requires('document:read')
  .input(
    z.strictObject({
      ...asked,
      at: z
        .int()
        .nonnegative()
        .max(2 * MOST_PIECES),
      opening: Opening,
    }),
  )
  .output(z.strictObject({ bytes: z.base64() }))
  .query(async ({ ctx: { actor, parts }, input }) => {
    const { areaId, documentId, at, opening } = input
    requireArea(actor, areaId)
    const expected = Buffer.from(proofOf(parts.keys, actor, documentId, opening.at))
    const ago = Date.parse(parts.clock.now()) - Date.parse(opening.at)
    if (!timingSafeEqual(expected, Buffer.from(opening.proof)) || ago > READ_WITHIN) {
      throw new Refusal('not-found')
    }
    const { row, cipher } = await parts.database.transaction(actor, async (tx) => {
      const found = await seeDocument(tx, actor, input)
      return { row: found, cipher: await caseCipher(tx, parts.keys, areaId, found.caseId) }
    })
    if (at >= row.chunks) throw new Refusal('not-found')
    try {
      const bytes = (await chunkOf(parts.documents, cipher, row, at)).toString('base64')
      if (row.unreadableAt !== null && at === row.chunks - 1) await readsAgain(parts, { areaId, row, cipher })
      return { bytes }
    } catch (thrown) {
      if (thrown instanceof ContentDamaged) await setAside(parts, { areaId, documentId }, thrown)
      throw thrown
    }
  })
