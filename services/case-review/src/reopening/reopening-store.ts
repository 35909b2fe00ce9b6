import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  Instant,
  PanelMeetingId,
  PersonId,
  PlainDate,
  ReopeningReason,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { type CaseRow, findCase } from '../case/case-store.ts'

/** What has become known since the review, in words. */
export const ReopeningNote = z.string()

/** A finished review that began again: why and by whom, and what had been finished then. */
export const ReopeningRow = z.object({
  number: z.number().int().positive(),
  reason: ReopeningReason,
  reopenedOn: PlainDate,
  recordedBy: PersonId,
  recordedAt: Instant,
  /** The meeting that had agreed what is looked at again. */
  panelMeetingId: PanelMeetingId.nullable(),
  reviewedOn: PlainDate,
  reviewedAt: Instant.nullable(),
  nationalSubmissionOn: PlainDate.nullable(),
  closedAt: Instant.nullable(),
  closedBy: PersonId.nullable(),
})
export type ReopeningRow = z.infer<typeof ReopeningRow>

/** Every time the review of a case began again, the newest first. */
export async function reopeningsOf(tx: Db, areaId: AreaId, caseId: CaseId): Promise<ReopeningRow[]> {
  const rows = await tx`
    select number, reason, reopened_on, recorded_by, recorded_at, panel_meeting_id, reviewed_on, reviewed_at,
      national_submission_on, closed_at, closed_by
    from case_review.reopenings where area_id = ${areaId} and case_id = ${caseId} order by number desc
  `
  return rows.map((row) => ReopeningRow.parse(row))
}

/** The note is bound to its reopening: it opens as no other's. */
const tableOf = (number: number) => `reopenings/${number}`

/** What had become known, opened; by the number of the reopening. */
export async function notesOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx<{ number: number; note: Buffer }[]>`
    select number, note from case_review.reopenings where area_id = ${areaId} and case_id = ${caseId}
  `
  return new Map(
    rows.map(({ number, note }) => [
      number,
      ReopeningNote.parse(cipher.openJson(tableOf(number), 'note', note)),
    ]),
  )
}

export type NewReopening = Pick<ReopeningRow, 'reason' | 'reopenedOn' | 'recordedBy' | 'recordedAt'> & {
  note: string
}

/**
 * Keeps why a finished review begins again with what was finished, and takes the case back: the day it was first reviewed
 * stays, the review, its submission and its closing are to come again. The case must be locked and have been reviewed.
 */
export async function saveReopening(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  found: CaseRow,
  { reason, note, reopenedOn, recordedBy, recordedAt }: NewReopening,
): Promise<CaseRow> {
  const { caseId } = found
  const number = found.reopenings + 1
  await tx`
    insert into case_review.reopenings (area_id, case_id, number, reason, note, reopened_on, recorded_by, recorded_at,
      panel_meeting_id, reviewed_on, reviewed_at, national_submission_on, closed_at, closed_by)
    select c.area_id, c.case_id, ${number}, ${reason}, ${cipher.sealJson(tableOf(number), 'note', note)}, ${reopenedOn},
      ${recordedBy}, ${recordedAt}, l.panel_meeting_id, c.reviewed_on, c.reviewed_at, c.national_submission_on,
      c.closed_at, c.closed_by
    from case_review.cases c
    left join case_review.listings l on l.area_id = c.area_id and l.case_id = c.case_id
    where c.area_id = ${areaId} and c.case_id = ${caseId}
  `
  await tx`
    update case_review.cases
    set state = 'reopened', reopenings = ${number}, first_reviewed_on = coalesce(first_reviewed_on, reviewed_on),
      reviewed_on = null, reviewed_at = null, national_submission_on = null, closed_at = null, closed_by = null,
      version = version + 1
    where area_id = ${areaId} and case_id = ${caseId}
  `
  // Whom the first review went on without, nobody is to write to now.
  await tx`
    update case_review.information_requests set escalate_on = null
    where area_id = ${areaId} and case_id = any (${found.caseIds}::uuid[]) and state in ('sent', 'sent-back')
      and escalate_on is not null
  `
  const reopened = await findCase(tx, areaId, caseId)
  if (reopened === null) throw new Error('the case has gone while it was reopened')
  return reopened
}

/** When the national database had what is looked at again; null where the review is no second one, or it never had. */
export async function toldBefore(tx: Db, areaId: AreaId, caseId: CaseId): Promise<PlainDate | null> {
  return (
    (await reopeningsOf(tx, areaId, caseId)).find((one) => one.nationalSubmissionOn !== null)
      ?.nationalSubmissionOn ?? null
  )
}
