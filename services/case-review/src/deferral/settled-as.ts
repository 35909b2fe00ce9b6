import type { Db } from '@cdop/database'
import type { AreaId, CaseState } from '@cdop/domain'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { meetingsOfCases } from '../review-meeting/meeting-store.ts'
import { lastMeeting } from '../review-meeting/review-meeting.ts'
import { findMeetingNotHeld } from '../review-meeting/review-meeting-store.ts'

/** How the review meeting of a case that was with the panel had been settled; null where nobody recorded how. */
export async function settledAs(
  tx: Db,
  { keys }: Pick<Parts, 'keys'>,
  areaId: AreaId,
  { caseId, caseIds }: Pick<CaseRow, 'caseId' | 'caseIds'>,
): Promise<CaseState | null> {
  const meetings = await meetingsOfCases(tx, areaId, caseIds)
  if (lastMeeting(meetings) !== null) return 'review-meeting-held'
  const none = await findMeetingNotHeld(tx, await caseCipher(tx, keys, areaId, caseId), areaId, caseId)
  if (none === null || meetings.some(({ heldOn }) => heldOn !== null)) return null
  return 'review-meeting-not-held'
}
