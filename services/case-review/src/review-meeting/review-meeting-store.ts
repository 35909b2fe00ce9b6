import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  Instant,
  NoReviewMeetingReason,
  PersonId,
  PlainDate,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** What the coordinator writes beside the reason. */
export const MeetingNote = text(2_000)

/** Why there was no review meeting, and when that was decided. */
export const MeetingNotHeld = z.strictObject({
  reason: NoReviewMeetingReason,
  note: z.string().nullable(),
  decidedOn: PlainDate,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type MeetingNotHeld = z.infer<typeof MeetingNotHeld>

export async function saveMeetingNotHeld(
  tx: Db,
  cipher: SubjectCipher,
  place: { areaId: AreaId; caseId: CaseId },
  recorded: MeetingNotHeld,
): Promise<void> {
  const note =
    recorded.note === null ? null : cipher.sealJson('review_meetings_not_held', 'note', recorded.note)
  await tx`
    insert into case_review.review_meetings_not_held
      (area_id, case_id, reason, note, decided_on, recorded_by, recorded_at)
    values (${place.areaId}, ${place.caseId}, ${recorded.reason}, ${note}, ${recorded.decidedOn},
            ${recorded.recordedBy}, ${recorded.recordedAt})
    on conflict (area_id, case_id) do update
    set reason = excluded.reason, note = excluded.note, decided_on = excluded.decided_on,
        recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
  `
}

/** What was recorded about the review meeting, or null. */
export async function findMeetingNotHeld(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<MeetingNotHeld | null> {
  const [row] = await tx<{ note: Buffer | null }[]>`
    select reason, note, decided_on, recorded_by, recorded_at from case_review.review_meetings_not_held
    where area_id = ${areaId} and case_id = ${caseId}
  `
  if (row === undefined) return null
  const note = row.note === null ? null : cipher.openJson('review_meetings_not_held', 'note', row.note)
  return MeetingNotHeld.parse({ ...row, note })
}
