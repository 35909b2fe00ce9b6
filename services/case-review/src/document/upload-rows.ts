import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  DocumentId,
  DocumentKind,
  DocumentSubject,
  InformationRequestId,
  type Instant,
  OrganisationId,
  PersonId,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'

/** A file on its way in. */
export const UploadRow = z.object({
  documentId: DocumentId,
  caseId: CaseId,
  kind: DocumentKind,
  subject: DocumentSubject,
  organisationId: OrganisationId.nullable(),
  informationRequestId: InformationRequestId.nullable(),
  /** What it is called, sealed with the key of the case. */
  name: z.instanceof(Uint8Array),
  /** From which the names of its pieces in the document store follow. */
  pieceName: z.string().regex(/^[0-9a-f]{64}$/),
  begunBy: PersonId.nullable(),
  /** The first version of the document it is a newer version of. */
  versionOf: DocumentId.nullable(),
  /** The version it is a redacted copy of. */
  redactedOf: DocumentId.nullable(),
})
export type UploadRow = z.infer<typeof UploadRow>

const columns = (tx: Db) => tx`
  document_id, case_id, kind, subject, organisation_id, information_request_id, name, piece_name, begun_by,
  version_of, redacted_of`

export async function addUpload(tx: Db, areaId: AreaId, upload: UploadRow, at: Instant): Promise<void> {
  const { documentId, caseId, kind, subject, organisationId, informationRequestId, name, pieceName } = upload
  await tx`
    insert into case_review.document_uploads (area_id, document_id, case_id, kind, subject, organisation_id,
      information_request_id, name, piece_name, begun_by, version_of, redacted_of, begun_at)
    values (${areaId}, ${documentId}, ${caseId}, ${kind}, ${subject}, ${organisationId}, ${informationRequestId},
      ${Buffer.from(name)}, ${pieceName}, ${upload.begunBy}, ${upload.versionOf}, ${upload.redactedOf}, ${at})
  `
}

/** The file on its way in; null once it is taken, refused or given up. */
export async function findUpload(
  tx: Db,
  areaId: AreaId,
  documentId: DocumentId,
  { lock = false }: { lock?: boolean } = {},
): Promise<UploadRow | null> {
  const [row] = await tx`
    select ${columns(tx)} from case_review.document_uploads
    where area_id = ${areaId} and document_id = ${documentId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : UploadRow.parse(row)
}

export async function dropUpload(tx: Db, areaId: AreaId, documentId: DocumentId): Promise<void> {
  await tx`delete from case_review.document_uploads where area_id = ${areaId} and document_id = ${documentId}`
}

/** How often it may be begun to look into one file: more is a file, or somebody, that keeps the service busy. */
const MOST_LOOKS = 5

/** What a file is that has come whole: how many pieces, and the SHA-256 of all of it. */
export type Whole = { readonly pieces: number; readonly contentHash: string }

/**
 * Notes that a file has come whole and is looked into.
 * @throws Refusal `too-many-documents` when that was begun too often
 */
export async function noteLook(
  tx: Db,
  areaId: AreaId,
  documentId: DocumentId,
  { pieces, contentHash }: Whole,
): Promise<void> {
  const [row] = await tx`
    update case_review.document_uploads
    set pieces = ${pieces}, content_hash = ${contentHash}, looks = looks + 1
    where area_id = ${areaId} and document_id = ${documentId} and looks < ${MOST_LOOKS}
    returning document_id
  `
  if (row === undefined) throw new Refusal('too-many-documents')
}

/** Its turn did not come: that was no look. */
export async function takeBackLook(tx: Db, areaId: AreaId, documentId: DocumentId): Promise<void> {
  await tx`
    update case_review.document_uploads set looks = greatest(looks - 1, 0)
    where area_id = ${areaId} and document_id = ${documentId}
  `
}

const WaitingUpload = UploadRow.extend({ pieces: z.int(), contentHash: z.string() })

/** What of somebody's has come whole for a case and was not looked into yet, the oldest first. */
export async function waitingUploads(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  whose: Pick<UploadRow, 'begunBy' | 'informationRequestId'>,
): Promise<z.infer<typeof WaitingUpload>[]> {
  const rows = await tx`
    select ${columns(tx)}, pieces, content_hash from case_review.document_uploads
    where area_id = ${areaId} and case_id = ${caseId} and pieces is not null
      and begun_by is not distinct from ${whose.begunBy}::uuid
      and information_request_id is not distinct from ${whose.informationRequestId}::uuid
    order by begun_at, document_id
  `
  return rows.map((row) => WaitingUpload.parse(row))
}
