import type { Db } from '@cdop/database'
import type { Instant, PersonId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import type { MeetingOf } from './meeting-store.ts'
import { Invitation, Invited } from './review-meeting.ts'

const tableOf = ({ reviewMeetingId }: MeetingOf, invitation: number) =>
  `review_meeting_invitations/${reviewMeetingId}/${invitation}`

/** Everybody who was invited, in that order. */
export async function invitationsOf(
  tx: Db,
  cipher: SubjectCipher,
  meeting: MeetingOf,
): Promise<Invitation[]> {
  const rows = await tx<{ invitation: number; contact: Buffer; mailedSequence: number | null }[]>`
    select invitation, contact, mailed_sequence from case_review.review_meeting_invitations
    where area_id = ${meeting.areaId} and review_meeting_id = ${meeting.reviewMeetingId} order by invitation
  `
  return rows.map(({ contact, ...row }) => {
    const invited = Invited.parse(cipher.openJson(tableOf(meeting, row.invitation), 'contact', contact))
    return Invitation.parse({ ...row, ...invited })
  })
}

/** The numbers of the invitations, for those who mail them. */
export async function invitationNumbers(tx: Db, meeting: MeetingOf): Promise<number[]> {
  const rows = await tx<{ invitation: number }[]>`
    select invitation from case_review.review_meeting_invitations
    where area_id = ${meeting.areaId} and review_meeting_id = ${meeting.reviewMeetingId} order by invitation
  `
  return rows.map(({ invitation }) => invitation)
}

export async function addInvitation(
  tx: Db,
  cipher: SubjectCipher,
  meeting: MeetingOf,
  added: Invited & { invitation: number; by: PersonId; at: Instant },
): Promise<void> {
  const { invitation, email, organisationId, by, at } = added
  const contact = cipher.sealJson(tableOf(meeting, invitation), 'contact', { email, organisationId })
  await tx`
    insert into case_review.review_meeting_invitations (area_id, review_meeting_id, invitation, contact, invited_by,
      invited_at)
    values (${meeting.areaId}, ${meeting.reviewMeetingId}, ${invitation}, ${contact}, ${by}, ${at})
  `
}

/** Its mail has left. */
export async function markMailed(
  tx: Db,
  meeting: MeetingOf,
  { invitation, sequence, at }: { invitation: number; sequence: number; at: Instant },
): Promise<void> {
  await tx`
    update case_review.review_meeting_invitations set mailed_sequence = ${sequence}, mailed_at = ${at}
    where area_id = ${meeting.areaId} and review_meeting_id = ${meeting.reviewMeetingId}
      and invitation = ${invitation}
  `
}
