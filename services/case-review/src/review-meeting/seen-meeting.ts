import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, mayGather, type Person, Refusal, type ReviewMeetingId } from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import { findReviewMeeting } from './meeting-store.ts'
import type { ReviewMeetingRow } from './review-meeting.ts'

/**
 * A case, locked, of which meetings can still be recorded.
 * @throws Refusal `not-found`, `not-allowed-in-this-state` once the panel has reviewed it
 */
export async function seeMeetingCase(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
  requireClass(seen, 'agency-return')
  if (!mayGather(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
  return seen
}

/** Which meeting somebody means, as they last saw it. */
export type AskedMeeting = {
  areaId: AreaId
  caseId: CaseId
  reviewMeetingId: ReviewMeetingId
  version: number
}

/**
 * A meeting of a case, or of one merged into it, with the case locked.
 * @throws Refusal `not-found` for another case's; `stale` when somebody changed it since; `not-allowed-in-this-state`
 */
export async function seeMeeting(
  tx: Db,
  person: Person,
  { areaId, caseId, reviewMeetingId, version }: AskedMeeting,
): Promise<{ seen: SeenCase; meeting: ReviewMeetingRow }> {
  const seen = await seeMeetingCase(tx, person, areaId, caseId)
  const meeting = await findReviewMeeting(tx, { areaId, reviewMeetingId })
  if (meeting === null || !seen.found.caseIds.includes(meeting.caseId)) throw new Refusal('not-found')
  if (meeting.version !== version) throw new Refusal('stale')
  return { seen, meeting }
}

/** @throws Refusal `meeting-over` for a meeting that was held or cancelled */
export function requirePlanned({ heldOn, cancelledAt }: ReviewMeetingRow): void {
  if (heldOn !== null || cancelledAt !== null) throw new Refusal('meeting-over')
}
