import type { Db } from '@cdop/database'
import type { AreaId, CaseExportId, ExportReason, Instant, PersonId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import type { WorklistFilter } from '../case/worklist-filter.ts'

/** The words are bound to their export: they open as no other's. */
const tableOf = (caseExportId: CaseExportId) => `case_exports/${caseExportId}`

/** Keeps that somebody took, or was about to take, a worklist out with names: which, when, and why. */
export async function insertExport(
  tx: Db,
  cipher: SubjectCipher,
  {
    areaId,
    caseExportId,
    personId,
    filter: { view, sort, owner },
    reason,
    why,
    at,
  }: {
    areaId: AreaId
    caseExportId: CaseExportId
    personId: PersonId
    filter: WorklistFilter
    reason: ExportReason
    why: string
    at: Instant
  },
): Promise<void> {
  await tx`
    insert into case_review.case_exports (area_id, case_export_id, person_id, view, sort, owner_id, of_nobody, reason, why,
      begun_at)
    values (${areaId}, ${caseExportId}, ${personId}, ${view}, ${sort}, ${owner === 'nobody' ? null : owner},
      ${owner === 'nobody'}, ${reason}, ${cipher.sealJson(tableOf(caseExportId), 'why', why)}, ${at})
  `
}

/** Whether it is this person's and was begun after that moment: a reason is good for the file it was given for. */
export async function isUnderWay(
  tx: Db,
  { areaId, caseExportId, personId }: { areaId: AreaId; caseExportId: CaseExportId; personId: PersonId },
  after: Instant,
): Promise<boolean> {
  const rows = await tx`
    select from case_review.case_exports
    where area_id = ${areaId} and case_export_id = ${caseExportId} and person_id = ${personId} and begun_at > ${after}
  `
  return rows.length > 0
}
