import type { Db } from '@cdop/database'
import {
  type AreaId,
  DocumentFault,
  DocumentId,
  DocumentKind,
  FiledMail,
  type ImportId,
  Instant,
  KeptTrace,
  LeftOutReason,
  type OpenCase,
  OpenCaseDocument,
  OpenCaseFileState,
  PersonId,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { areaCipher } from '../../area/area-cipher.ts'

/** A file a bundle names, as it lies in the table. */
export const FileRow = z.object({
  rowNumber: z.int(),
  caseRow: z.int(),
  state: OpenCaseFileState,
  /** What the bundle says of it, sealed; null once its case is there. */
  about: z.instanceof(Uint8Array).nullable(),
  attempts: z.int(),
  looks: z.int(),
  documentId: DocumentId.nullable(),
  kind: DocumentKind.nullable(),
  pieceName: z.string().nullable(),
  pieces: z.int().nullable(),
  contentHash: z.string().nullable(),
  objectName: z.string().nullable(),
  contentKey: z.instanceof(Uint8Array).nullable(),
  chunks: z.int().nullable(),
  bytes: z.coerce.number().int().nullable(),
  kept: z.array(KeptTrace).nullable(),
  mail: z.instanceof(Uint8Array).nullable(),
  scannedAt: Instant.nullable(),
  scannedWith: z.string().nullable(),
  fault: DocumentFault.nullable(),
  leftOut: LeftOutReason.nullable(),
  doneBy: PersonId.nullable(),
  doneAt: Instant.nullable(),
})
export type FileRow = z.infer<typeof FileRow>

export type OfBundle = { areaId: AreaId; importId: ImportId }
export type OfFile = OfBundle & { row: number }

const columns = (tx: Db) => tx`
  row_number, case_row, state, about, attempts, looks, document_id, kind, piece_name, pieces, content_hash, object_name,
  content_key, chunks, bytes::text as bytes, kept, mail, scanned_at, scanned_with, fault, left_out, done_by, done_at`

/** Bound to its row: it opens as no other's. */
const tableOf = ({ importId, row }: Pick<OfFile, 'importId' | 'row'>) => `open_case_files/${importId}/${row}`

export const openAbout = (cipher: SubjectCipher, of: OfFile, sealed: Uint8Array): OpenCaseDocument =>
  OpenCaseDocument.parse(cipher.openJson(tableOf(of), 'about', sealed))

export const sealFiledMail = (cipher: SubjectCipher, of: OfFile, mail: FiledMail): Buffer =>
  cipher.sealJson(tableOf(of), 'mail', mail)

export const openFiledMail = (cipher: SubjectCipher, of: OfFile, sealed: Uint8Array): FiledMail =>
  FiledMail.parse(cipher.openJson(tableOf(of), 'mail', sealed))

/** Holds what is done to the files of one bundle in order: signing it off sees each as it stands. */
export async function holdFiles(tx: Db, { areaId, importId }: OfBundle): Promise<void> {
  const key = `case_review.open_case_files:${areaId}:${importId}`
  await tx`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
}

/** Every file a bundle names, in the order of its rows; of one case when its row is given. */
export async function filesOf(
  tx: Db,
  { areaId, importId }: OfBundle,
  caseRow: number | null = null,
): Promise<FileRow[]> {
  const rows = await tx`
    select ${columns(tx)} from case_review.open_case_files
    where area_id = ${areaId} and import_id = ${importId}
      ${caseRow === null ? tx`` : tx`and case_row = ${caseRow}`}
    order by row_number
  `
  return rows.map((row) => FileRow.parse(row))
}

/** A file of a bundle, or null. Locked until the end of the transaction when `lock` is set. */
export async function findFile(
  tx: Db,
  { areaId, importId, row }: OfFile,
  { lock = false }: { lock?: boolean } = {},
): Promise<FileRow | null> {
  const [found] = await tx`
    select ${columns(tx)} from case_review.open_case_files
    where area_id = ${areaId} and import_id = ${importId} and row_number = ${row} ${lock ? tx`for update` : tx``}
  `
  return found === undefined ? null : FileRow.parse(found)
}

/** Keeps which files a bundle names. What is kept already stays. */
export async function awaitFiles(
  tx: Db,
  keys: KeyProvider,
  of: OfBundle,
  cases: readonly OpenCase[],
): Promise<void> {
  const cipher = await areaCipher(tx, keys, of.areaId)
  for (const open of cases) {
    for (const document of open.documents) {
      const about = cipher.sealJson(tableOf({ ...of, row: document.row }), 'about', document)
      await tx`
        insert into case_review.open_case_files (area_id, import_id, row_number, case_row, about)
        values (${of.areaId}, ${of.importId}, ${document.row}, ${open.row}, ${about}) on conflict do nothing
      `
    }
  }
}

/** Forgets every file of a bundle that was not signed off. @returns under which names their content lies */
export async function dropFiles(
  tx: Db,
  { areaId, importId }: OfBundle,
): Promise<Pick<FileRow, 'objectName' | 'pieceName'>[]> {
  const rows = await tx`
    delete from case_review.open_case_files where area_id = ${areaId} and import_id = ${importId}
    returning object_name, piece_name
  `
  return rows.map((row) => FileRow.pick({ objectName: true, pieceName: true }).parse(row))
}
