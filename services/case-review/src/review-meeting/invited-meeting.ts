import type { Db } from '@cdop/database'
import type { AreaId, Instant } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { areaName } from '../area/area-store.ts'
import { findCase } from '../case/case-store.ts'
import type { InvitedMeeting } from './calendar-file.ts'
import { placeOf } from './meeting-store.ts'
import type { ReviewMeetingRow } from './review-meeting.ts'

/** What an invitation says of a meeting. @throws Error when its case is not there */
export async function invitedMeeting(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  meeting: ReviewMeetingRow,
  at: Instant,
): Promise<InvitedMeeting & { chairedBy: string }> {
  const { reviewMeetingId, plannedOn, startsAt, endsAt, sequence, cancelledAt } = meeting
  const found = await findCase(tx, areaId, meeting.caseId)
  if (found === null) throw new Error('the case of the meeting is not there')
  return {
    ...(await placeOf(tx, cipher, { areaId, reviewMeetingId })),
    reviewMeetingId,
    reference: found.reference,
    areaName: await areaName(tx, areaId),
    plannedOn,
    startsAt,
    endsAt,
    sequence,
    cancelled: cancelledAt !== null,
    at,
  }
}
