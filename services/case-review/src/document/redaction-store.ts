import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, DocumentId, Instant, PersonId, RedactionDecision } from '@cdop/domain'
import { z } from 'zod'

/** What was said last of a version of a document: by whom, when, and how often before. */
export const Redaction = z.strictObject({
  entry: z.int(),
  decision: RedactionDecision,
  decidedBy: PersonId,
  decidedAt: Instant,
})
export type Redaction = z.infer<typeof Redaction>

/** What was said last of each document of some cases. */
export async function redactionsOf(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<DocumentId, Redaction>> {
  const rows = await tx`
    select r.document_id, r.entry, r.decision, r.decided_by, r.decided_at
    from case_review.documents d
    join case_review.document_redactions r on r.area_id = d.area_id and r.document_id = d.document_id
    where d.area_id = ${areaId} and d.case_id = any (${[...caseIds]}::uuid[]) order by r.entry
  `
  return new Map(
    rows.map(({ documentId, ...said }) => [DocumentId.parse(documentId), Redaction.parse(said)] as const),
  )
}

export async function addRedaction(
  tx: Db,
  areaId: AreaId,
  documentId: DocumentId,
  { entry, decision, decidedBy, decidedAt }: Redaction,
): Promise<void> {
  await tx`
    insert into case_review.document_redactions (area_id, document_id, entry, decision, decided_by, decided_at)
    values (${areaId}, ${documentId}, ${entry}, ${decision}, ${decidedBy}, ${decidedAt})
  `
}
