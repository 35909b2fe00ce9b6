import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  DocumentId,
  DocumentKind,
  DocumentState,
  DocumentSubject,
  FiledMail,
  InformationRequestId,
  Instant,
  KeptTrace,
  OrganisationId,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { dropUpload, type UploadRow } from './upload-rows.ts'

const ObjectName = z.string().regex(/^[0-9a-f]{64}$/)

/** A document as it lies in the table. */
export const DocumentRow = z.object({
  documentId: DocumentId,
  caseId: CaseId,
  /** Counts the documents of its case, from 1. */
  number: z.int().positive(),
  kind: DocumentKind,
  subject: DocumentSubject,
  organisationId: OrganisationId.nullable(),
  informationRequestId: InformationRequestId.nullable(),
  state: DocumentState,
  objectName: ObjectName.nullable(),
  /** The key of its content, sealed; null once it is destroyed. */
  contentKey: z.instanceof(Uint8Array).nullable(),
  chunks: z.int().positive(),
  bytes: z.coerce.number().int().positive(),
  kept: z.array(KeptTrace),
  filedBy: PersonId.nullable(),
  filedAt: Instant,
  scannedAt: Instant.nullable(),
  /** When its content was last found missing or damaged; null while it can be read. */
  unreadableAt: Instant.nullable(),
  /** When the agency sent the answer it came with; until then it is the agency's own. */
  answeredAt: Instant.nullable(),
  takenOutAt: Instant.nullable(),
  takenOutBy: PersonId.nullable(),
  /** The day it was received where its case was kept before; null for what was filed here. */
  receivedOn: PlainDate.nullable(),
  /** Counts the versions of a document, from 1. */
  version: z.int().positive(),
  /** The first version of the document this is a newer one of; null for that one. */
  versionOf: DocumentId.nullable(),
  /** The version this is a redacted copy of; null for any other document. */
  redactedOf: DocumentId.nullable(),
})
export type DocumentRow = z.infer<typeof DocumentRow>

/** A name, and all content, is bound to its document: it opens as no other's. */
export const tableOf = (documentId: DocumentId) => `documents/${documentId}`

const columns = (tx: Db) => tx`
  document_id, case_id, number, kind, subject, organisation_id, information_request_id, state, object_name, content_key,
  chunks, bytes::text as bytes, kept, filed_by, filed_at, scanned_at, unreadable_at, answered_at, taken_out_at,
  taken_out_by, received_on, version, version_of, redacted_of`

const WithText = DocumentRow.extend({
  name: z.instanceof(Uint8Array),
  mail: z.instanceof(Uint8Array).nullable(),
  takenOutReason: z.instanceof(Uint8Array).nullable(),
})
type WithText = z.infer<typeof WithText>

/**
 * The documents of some cases of one child, the newest first, each with what its file was called, what a mail says of
 * itself, and why it was taken out, sealed. What an agency has not sent with its answer yet is not among them.
 */
export async function documentsOf(tx: Db, areaId: AreaId, caseIds: readonly CaseId[]): Promise<WithText[]> {
  const rows = await tx`
    select ${columns(tx)}, name, mail, taken_out_reason from case_review.documents
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
      and (information_request_id is null or answered_at is not null)
    order by filed_at desc, number desc, document_id
  `
  return rows.map((row) => WithText.parse(row))
}

/** What was sent to one request, the newest first; also what has not gone with the answer yet. */
export async function documentsOfRequest(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<WithText[]> {
  const rows = await tx`
    select ${columns(tx)}, name, mail, taken_out_reason from case_review.documents
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and state <> 'taken-out'
    order by filed_at desc, number desc, document_id
  `
  return rows.map((row) => WithText.parse(row))
}

export async function findDocument(
  tx: Db,
  areaId: AreaId,
  documentId: DocumentId,
  { lock = false }: { lock?: boolean } = {},
): Promise<DocumentRow | null> {
  const [row] = await tx`
    select ${columns(tx)} from case_review.documents
    where area_id = ${areaId} and document_id = ${documentId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : DocumentRow.parse(row)
}

export const openName = (cipher: SubjectCipher, documentId: DocumentId, sealed: Uint8Array): string =>
  z.string().parse(cipher.openJson(tableOf(documentId), 'name', sealed))

export const sealName = (cipher: SubjectCipher, documentId: DocumentId, name: string): Buffer =>
  cipher.sealJson(tableOf(documentId), 'name', name)

export const openMail = (cipher: SubjectCipher, documentId: DocumentId, sealed: Uint8Array): FiledMail =>
  FiledMail.parse(cipher.openJson(tableOf(documentId), 'mail', sealed))

export const sealMail = (cipher: SubjectCipher, documentId: DocumentId, mail: FiledMail): Buffer =>
  cipher.sealJson(tableOf(documentId), 'mail', mail)

/** Takes in what has come whole: from now on it is a document of its case, numbered, and waits for the scanner. */
export async function addDocument(
  tx: Db,
  areaId: AreaId,
  upload: UploadRow,
  kept: {
    objectName: string
    contentKey: Buffer
    chunks: number
    bytes: number
    kept: readonly KeptTrace[]
    mail: Buffer | null
    at: Instant
  },
): Promise<void> {
  const { documentId, caseId, kind, subject, organisationId, informationRequestId, name, begunBy } = upload
  const { versionOf, redactedOf } = upload
  await tx`
    insert into case_review.documents (area_id, document_id, case_id, number, kind, subject, organisation_id,
      information_request_id, name, object_name, content_key, chunks, bytes, kept, mail, filed_by, filed_at,
      version_of, redacted_of, version)
    select ${areaId}, ${documentId}, ${caseId}, coalesce(max(d.number), 0) + 1, ${kind}, ${subject}, ${organisationId},
      ${informationRequestId}, ${Buffer.from(name)}, ${kept.objectName}, ${kept.contentKey}, ${kept.chunks}, ${kept.bytes},
      ${[...kept.kept]}, ${kept.mail}, ${begunBy}, ${kept.at}, ${versionOf}, ${redactedOf},
      coalesce(max(d.version) filter (where ${versionOf}::uuid in (d.document_id, d.version_of)), 0) + 1
    from case_review.documents d where d.area_id = ${areaId} and d.case_id = ${caseId}
  `
  await dropUpload(tx, areaId, documentId)
}

/** The scanner has spoken. What it found something in has no content any more. */
export async function markScanned(
  tx: Db,
  areaId: AreaId,
  documentId: DocumentId,
  { infected, engine, at }: { infected: boolean; engine: string; at: Instant },
): Promise<void> {
  await tx`
    update case_review.documents
    set state = ${infected ? 'refused' : 'clean'}, scanned_at = ${at}, scanned_with = ${engine}, unreadable_at = null,
      object_name = case when ${infected} then null else object_name end,
      content_key = case when ${infected} then null else content_key end
    where area_id = ${areaId} and document_id = ${documentId}
  `
}

/** Its content was found missing or damaged, at this moment; or it can be read again. */
export async function markUnreadable(
  tx: Db,
  areaId: AreaId,
  documentId: DocumentId,
  at: Instant | null,
): Promise<void> {
  await tx`
    update case_review.documents set unreadable_at = ${at} where area_id = ${areaId} and document_id = ${documentId}
  `
}
