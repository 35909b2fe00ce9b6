import type { Db } from '@cdop/database'
import { AreaId, ReviewMeetingId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { invitationNumbers } from './invitation-store.ts'
import type { MeetingOf } from './meeting-store.ts'

/** The job that mails one invitation, or that a meeting was moved or called off. */
export const MAIL_INVITATION = 'mail-invitation'

/** A number as jobs carry it. */
const Count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)

/** Which invitation, and which sequence of it: ids only. What it says is worked out when it leaves. */
export const InvitationJob = z.strictObject({
  areaId: AreaId,
  reviewMeetingId: ReviewMeetingId,
  invitation: Count,
  sequence: Count,
})
export type InvitationJob = z.infer<typeof InvitationJob>

/** Has an invitation mailed once this transaction has committed. */
export function wakeInvitation(tx: Db, job: InvitationJob): Promise<void> {
  const { reviewMeetingId, invitation, sequence } = job
  const key = `${MAIL_INVITATION}:${reviewMeetingId}:${invitation}:${sequence}`
  const counts = { invitation: String(invitation), sequence: String(sequence) }
  return addJob(tx, 'case-review', MAIL_INVITATION, { ...job, ...counts }, key)
}

/** Has everybody who was invited told of the newest. */
export async function wakeInvitations(tx: Db, meeting: MeetingOf, sequence: number): Promise<void> {
  for (const invitation of await invitationNumbers(tx, meeting)) {
    await wakeInvitation(tx, { ...meeting, invitation, sequence })
  }
}
