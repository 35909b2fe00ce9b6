import type { Db } from '@cdop/database'
import type { Instant, PersonId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import type { MeetingOf } from './meeting-store.ts'

/**
 * Writes down that a held meeting is, or is not, the last one of the case after all, and why. What was said before is
 * kept. The database takes the change of the meeting only behind such an entry.
 */
export async function saveLast(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, reviewMeetingId }: MeetingOf,
  said: { last: boolean; reason: string; by: PersonId; at: Instant },
): Promise<void> {
  const [row] = await tx<{ entry: number }[]>`
    select coalesce(max(entry), 0) + 1 as entry from case_review.review_meeting_lasts
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
  const entry = row?.entry ?? 1
  const reason = cipher.sealJson(`review_meeting_lasts/${reviewMeetingId}/${entry}`, 'reason', said.reason)
  await tx`
    insert into case_review.review_meeting_lasts (area_id, review_meeting_id, entry, last, reason, said_by, said_at)
    values (${areaId}, ${reviewMeetingId}, ${entry}, ${said.last}, ${reason}, ${said.by}, ${said.at})
  `
  await tx`
    update case_review.review_meetings set ended_the_stage = ${said.last}, version = version + 1
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId}
  `
}

/** Why it was last said so, opened; null where nobody said it anew. */
export async function lastReason(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, reviewMeetingId }: MeetingOf,
): Promise<unknown> {
  const [row] = await tx<{ entry: number; reason: Buffer }[]>`
    select entry, reason from case_review.review_meeting_lasts
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId} order by entry desc limit 1
  `
  if (row === undefined) return null
  return cipher.openJson(`review_meeting_lasts/${reviewMeetingId}/${row.entry}`, 'reason', row.reason)
}
