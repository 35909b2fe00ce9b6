import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, ImportId, Instant, OpenCaseStage, PersonId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { TakingIn } from './taking-in.ts'

/** Where a case came from that was open elsewhere. */
export const Origin = z.strictObject({
  importId: ImportId,
  oldReference: z.string(),
  stage: OpenCaseStage,
  documentsNotTaken: z.int(),
  takenBy: PersonId,
  takenAt: Instant,
})
export type Origin = z.infer<typeof Origin>

export async function addOrigin(
  { tx, areaId, caseId, cipher, by, at }: TakingIn,
  { importId, oldReference, stage, documentsNotTaken }: Omit<Origin, 'takenBy' | 'takenAt'>,
): Promise<void> {
  await tx`
    insert into case_review.open_case_origins (area_id, case_id, import_id, old_reference, stage, documents_not_taken,
      taken_by, taken_at)
    values (${areaId}, ${caseId}, ${importId}, ${cipher.sealJson('open_case_origins', 'old_reference', oldReference)},
      ${stage}, ${documentsNotTaken}, ${by}, ${at})
  `
}

/** Where a case came from; null for one that began here. */
export async function findOrigin(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<Origin | null> {
  const [row] = await tx<{ oldReference: Buffer }[]>`
    select import_id, old_reference, stage, documents_not_taken, taken_by, taken_at from case_review.open_case_origins
    where area_id = ${areaId} and case_id = ${caseId}
  `
  if (row === undefined) return null
  const oldReference = cipher.openJson('open_case_origins', 'old_reference', row.oldReference)
  return Origin.parse({ ...row, oldReference })
}
