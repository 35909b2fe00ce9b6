import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, DocumentId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { findDocument } from './document-rows.ts'
import { isOfTheOffice } from './office-document.ts'
import type { UploadRow } from './upload-rows.ts'

/** Of which document a file is a newer version, or of which version a redacted copy. */
export const Follows = z.strictObject({ documentId: DocumentId, as: z.enum(['version', 'redacted-copy']) })
export type Follows = z.infer<typeof Follows>

/**
 * What a file that is begun points at: the first version of its document, or the version it is a copy of.
 * @throws Refusal `not-found` for a document that is not of this case, or is there no more; `not-allowed-in-this-state` for
 * a copy of a copy
 */
export async function pointsAt(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  follows: Follows | null,
): Promise<Pick<UploadRow, 'versionOf' | 'redactedOf'>> {
  if (follows === null) return { versionOf: null, redactedOf: null }
  const row = await findDocument(tx, areaId, follows.documentId, { lock: true })
  if (row === null || row.caseId !== caseId || !isOfTheOffice(row) || row.state === 'taken-out') {
    throw new Refusal('not-found')
  }
  if (follows.as === 'version') return { versionOf: row.versionOf ?? row.documentId, redactedOf: null }
  if (row.redactedOf !== null) throw new Refusal('not-allowed-in-this-state')
  return { versionOf: null, redactedOf: row.documentId }
}
