import type { Db } from '@cdop/database'
import { AreaId, CaseId, type Instant, ReviewMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { markCancelled, meetingsOfCases } from './meeting-store.ts'
import { requirePlanned, seeMeeting } from './seen-meeting.ts'
import { wakeInvitations } from './wake-invitations.ts'

/**
 * Calls a planned meeting off; whoever was invited is told.
 * @throws Refusal `meeting-over`, `stale`, `not-found`, `not-allowed-in-this-state`
 */
export const cancelReviewMeeting = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      reviewMeetingId: ReviewMeetingId,
      version: z.number().int().positive(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reviewMeetingId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.cancel', input, outcome: z.null() },
      async (tx) => {
        const { meeting } = await seeMeeting(tx, person, input)
        requirePlanned(meeting)
        await markCancelled(tx, { areaId, reviewMeetingId }, parts.clock.now())
        await wakeInvitations(tx, { areaId, reviewMeetingId }, meeting.sequence + 1)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.cancel',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })

/** The child did not die: what was planned about the case is called off, and whoever was invited is told. */
export async function cancelPlannedMeetings(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  at: Instant,
): Promise<void> {
  for (const meeting of await meetingsOfCases(tx, areaId, caseIds)) {
    if (meeting.heldOn !== null || meeting.cancelledAt !== null) continue
    const of = { areaId, reviewMeetingId: meeting.reviewMeetingId }
    await markCancelled(tx, of, at)
    await wakeInvitations(tx, of, meeting.sequence + 1)
  }
}
