import type { Db } from '@cdop/database'
import type { AreaId, DocumentId, InformationRequestId, Instant, PersonId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { sealName, tableOf } from './document-rows.ts'

const column = 'taken-out-reason'

export const openReason = (cipher: SubjectCipher, documentId: DocumentId, sealed: Uint8Array): string =>
  z.string().parse(cipher.openJson(tableOf(documentId), column, sealed))

/**
 * A document leaves its case: its key, what it was called and what it said of itself are destroyed here, its content by
 * whoever calls, once this is certain. A mark stays, with who, when and why.
 */
export async function markTakenOut(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  documentId: DocumentId,
  { at, by, reason }: { at: Instant; by: PersonId | null; reason: string | null },
): Promise<void> {
  const sealed = reason === null ? null : cipher.sealJson(tableOf(documentId), column, reason)
  await tx`
    update case_review.documents
    set state = 'taken-out', object_name = null, content_key = null, mail = null, unreadable_at = null,
      name = ${sealName(cipher, documentId, '')}, taken_out_at = ${at}, taken_out_by = ${by}, taken_out_reason = ${sealed}
    where area_id = ${areaId} and document_id = ${documentId}
  `
}

/** What an agency sent to a request goes with its answer: from now on it stays as it is, and the office sees it. */
export async function sendWithAnswer(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.documents set answered_at = ${at}
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and answered_at is null
      and state <> 'taken-out'
  `
}

/** What was sent to a request so far goes along to the colleague it is passed to. */
export async function takeDocumentsAlong(
  tx: Db,
  areaId: AreaId,
  { from, to }: { from: InformationRequestId; to: InformationRequestId },
): Promise<void> {
  await tx`
    update case_review.documents set information_request_id = ${to}
    where area_id = ${areaId} and information_request_id = ${from} and answered_at is null and state <> 'taken-out'
  `
  await tx`
    update case_review.document_uploads set information_request_id = ${to}
    where area_id = ${areaId} and information_request_id = ${from}
  `
}
