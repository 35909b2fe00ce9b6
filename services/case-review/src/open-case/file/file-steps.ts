import type { Db } from '@cdop/database'
import type { FileRow, OfFile } from './file-rows.ts'

type Filled = Omit<FileRow, 'rowNumber' | 'caseRow' | 'about' | 'attempts' | 'looks' | 'doneBy' | 'doneAt'>

/** A file of a bundle as it stands from now on: what a step does not name is empty. */
type Standing = Pick<FileRow, 'state'> & Partial<Filled> & { by: FileRow['doneBy']; at: FileRow['doneAt'] }

const buffer = (bytes: Uint8Array | null | undefined) => (bytes ? Buffer.from(bytes) : null)

/** Brings a file of a bundle to a state, with what belongs to it and nothing of what was before. */
export async function become(tx: Db, { areaId, importId, row }: OfFile, to: Standing): Promise<void> {
  const { state, documentId = null, kind = null, pieceName = null, pieces = null, contentHash = null } = to
  const { objectName = null, chunks = null, bytes = null, kept = null, fault = null, leftOut = null } = to
  const { scannedAt = null, scannedWith = null } = to
  await tx`
    update case_review.open_case_files
    set state = ${state}, document_id = ${documentId}, kind = ${kind}, piece_name = ${pieceName}, pieces = ${pieces},
      content_hash = ${contentHash}, object_name = ${objectName}, content_key = ${buffer(to.contentKey)},
      chunks = ${chunks}, bytes = ${bytes}, kept = ${kept}, mail = ${buffer(to.mail)}, scanned_at = ${scannedAt},
      scanned_with = ${scannedWith}, fault = ${fault}, left_out = ${leftOut}, done_by = ${to.by}, done_at = ${to.at},
      about = case when ${state} = 'taken' then null else about end
    where area_id = ${areaId} and import_id = ${importId} and row_number = ${row}
  `
}

/** One more file is begun for a row. */
export async function countAttempt(tx: Db, { areaId, importId, row }: OfFile): Promise<void> {
  await tx`
    update case_review.open_case_files set attempts = attempts + 1, looks = 0
    where area_id = ${areaId} and import_id = ${importId} and row_number = ${row}
  `
}

/** Looks at the file of a row that were begun: one more, or one that was none, since its turn did not come. */
export async function countLook(tx: Db, { areaId, importId, row }: OfFile, looks: 1 | -1): Promise<void> {
  await tx`
    update case_review.open_case_files set looks = greatest(looks + ${looks}, 0)
    where area_id = ${areaId} and import_id = ${importId} and row_number = ${row}
  `
}

/** The case is there without this file: what the bundle said of it is emptied, and only why it was left out stays. */
export async function forgetAbout(tx: Db, { areaId, importId, row }: OfFile): Promise<void> {
  await tx`
    update case_review.open_case_files set about = null
    where area_id = ${areaId} and import_id = ${importId} and row_number = ${row}
  `
}
