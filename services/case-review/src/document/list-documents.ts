import {
  AreaId,
  CaseId,
  DocumentId,
  DocumentSubject,
  FiledMail,
  redactionStatus,
  requireArea,
  shareable,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { CaveatMark, marksOfDocument } from '../caveat/withhold.ts'
import { requires } from '../rpc.ts'
import { DocumentRow, documentsOf, openMail, openName } from './document-rows.ts'
import { Redaction, redactionsOf } from './redaction-store.ts'
import { openReason } from './taken-out-rows.ts'
import { waitingUploads } from './upload-rows.ts'

const Listed = DocumentRow.omit({ objectName: true, contentKey: true, chunks: true }).extend({
  fileName: z.string(),
  mail: FiledMail.nullable(),
  /** Whom it is kept from: the office opens it all the same. */
  caveats: z.array(CaveatMark),
  takenOutReason: z.string().nullable(),
  /** What was said of it last; null where nobody has looked. */
  redaction: Redaction.nullable(),
  /** Whether it may be offered to anybody outside the office. */
  shareable: z.boolean(),
})

/** A file of who asks that came whole and was not looked into yet: with what it is finished. */
const Waiting = z.strictObject({
  documentId: DocumentId,
  subject: DocumentSubject,
  fileName: z.string(),
  pieces: z.int(),
  contentHash: z.string(),
})

/**
 * The documents of a case, the newest first, with what each file was called; and what of their own still waits to be
 * looked into. Audited before it is answered.
 */
export const listDocuments = requires('document:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ documents: z.array(Listed), waiting: z.array(Waiting) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'document.list',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['agency-return'],
      })
      const caveats = await caveatsOf(tx, areaId, seen.found.caseIds)
      const redactions = await redactionsOf(tx, areaId, seen.found.caseIds)
      const documents = []
      const rows = await documentsOf(tx, areaId, seen.found.caseIds)
      const isUnderCaveat = (id: DocumentId) => marksOfDocument(id, caveats).length > 0
      for (const row of rows) {
        const { name, mail, objectName, contentKey, chunks, takenOutReason, ...listed } = row
        const cipher = await caseCipher(tx, parts.keys, areaId, row.caseId)
        const redaction = redactions.get(row.documentId) ?? null
        const status = redactionStatus({ redactedOf: row.redactedOf, decision: redaction?.decision ?? null })
        documents.push({
          ...listed,
          fileName: openName(cipher, row.documentId, name),
          mail: mail && openMail(cipher, row.documentId, mail),
          caveats: marksOfDocument(row.documentId, caveats),
          redaction,
          shareable: shareable({
            state: row.state,
            redaction: status,
            isReplaced: isReplaced(row, rows),
            isKeptBack: isUnderCaveat(row.documentId) || isKeptWithOriginal(row, rows, isUnderCaveat),
          }),
          takenOutReason: takenOutReason && openReason(cipher, row.documentId, takenOutReason),
        })
      }
      const waiting = []
      const own = { begunBy: person.personId, informationRequestId: null }
      for (const upload of await waitingUploads(tx, areaId, caseId, own)) {
        const { documentId, subject, name, pieces, contentHash } = upload
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        waiting.push({
          documentId,
          subject,
          fileName: openName(cipher, documentId, name),
          pieces,
          contentHash,
        })
      }
      return { documents, waiting }
    })
  })

const firstOf = ({ versionOf, documentId }: DocumentRow) => versionOf ?? documentId

function isReplaced(row: DocumentRow, rows: readonly DocumentRow[]): boolean {
  return rows.some(
    (other) => other.state === 'clean' && firstOf(other) === firstOf(row) && other.version > row.version,
  )
}

function isKeptWithOriginal(
  { redactedOf }: DocumentRow,
  rows: readonly DocumentRow[],
  isUnderCaveat: (id: DocumentId) => boolean,
): boolean {
  const original = rows.find(({ documentId }) => documentId === redactedOf)
  return original !== undefined && (original.state === 'taken-out' || isUnderCaveat(original.documentId))
}
