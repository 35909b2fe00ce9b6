import type { Db } from '@cdop/database'
import {
  AboutDate,
  type AreaId,
  CaseId,
  DocumentId,
  InformationRequestId,
  Instant,
  LifeEventId,
  PersonId,
  text,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** When it was, and what it was, in the words of whoever wrote it down. */
export const LifeEventContent = z.strictObject({ on: AboutDate, what: text(1_000) })
export type LifeEventContent = z.infer<typeof LifeEventContent>

/** Why an entry no longer stands. */
export const TakenOutBecause = text(500)

/** Something in the life of a child, as it lies in the table. */
const LifeEventRow = z.object({
  lifeEventId: LifeEventId,
  caseId: CaseId,
  content: z.instanceof(Uint8Array),
  /** Who or what says so; neither where the panel's office knows it. */
  documentId: DocumentId.nullable(),
  informationRequestId: InformationRequestId.nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})

export type LifeEvent = Omit<z.infer<typeof LifeEventRow>, 'content'> & LifeEventContent

/** The content is bound to its entry: it opens as no other's. */
const tableOf = (lifeEventId: LifeEventId) => `life_events/${lifeEventId}`

/** What was written down of a life; what was taken out is left out. */
export async function lifeEventsOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<LifeEvent[]> {
  const rows = await tx`
    select life_event_id, case_id, content, document_id, information_request_id, recorded_by, recorded_at
    from case_review.life_events
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and taken_out_at is null
    order by recorded_at, life_event_id
  `
  const ciphers = new Map<CaseId, SubjectCipher>()
  const events: LifeEvent[] = []
  for (const found of rows) {
    const { content, ...row } = LifeEventRow.parse(found)
    const cipher = ciphers.get(row.caseId) ?? (await caseCipher(tx, keys, areaId, row.caseId))
    ciphers.set(row.caseId, cipher)
    const opened = cipher.openJson(tableOf(row.lifeEventId), 'content', content)
    events.push({ ...row, ...LifeEventContent.parse(opened) })
  }
  return events
}

export async function addLifeEvent(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  { lifeEventId, caseId, on, what, documentId, informationRequestId, recordedBy, recordedAt }: LifeEvent,
): Promise<void> {
  const sealed = cipher.sealJson(tableOf(lifeEventId), 'content', { on, what })
  await tx`
    insert into case_review.life_events (area_id, life_event_id, case_id, content, document_id, information_request_id,
      recorded_by, recorded_at)
    values (${areaId}, ${lifeEventId}, ${caseId}, ${sealed}, ${documentId}, ${informationRequestId}, ${recordedBy},
      ${recordedAt})
  `
}

/** False when it was taken out before. */
export async function saveTakenOut(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, lifeEventId }: { areaId: AreaId; lifeEventId: LifeEventId },
  { because, by, at }: { because: string; by: PersonId; at: Instant },
): Promise<boolean> {
  const sealed = cipher.sealJson(tableOf(lifeEventId), 'taken_out_because', because)
  const taken = await tx`
    update case_review.life_events
    set taken_out_by = ${by}, taken_out_at = ${at}, taken_out_because = ${sealed}
    where area_id = ${areaId} and life_event_id = ${lifeEventId} and taken_out_at is null
    returning life_event_id
  `
  return taken.length > 0
}
