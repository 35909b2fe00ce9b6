import { randomUUID } from 'node:crypto'
import { RequestId } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { caseReviewIn } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { calendarFile, type InvitedMeeting } from './calendar-file.ts'
import { invitationsOf, markMailed } from './invitation-store.ts'
import { invitedMeeting } from './invited-meeting.ts'
import { findReviewMeeting } from './meeting-store.ts'
import { InvitationJob } from './wake-invitations.ts'

const dates = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** What is mailed of a meeting, for the first time or again: which case, when, where and who chairs it. Nothing of the child. */
function invitationMail(
  to: string,
  meeting: InvitedMeeting & { chairedBy: string },
  { first }: { first: boolean },
): Message {
  const { reference, areaName, plannedOn, startsAt, endsAt, place, chairedBy, cancelled } = meeting
  const title = `Child death review meeting: case ${reference}`
  const when = `${dates.format(new Date(`${plannedOn}T00:00:00Z`))}, ${startsAt} to ${endsAt}`
  const says = cancelled
    ? 'This child death review meeting will not take place. The calendar file takes it out of your calendar.'
    : first
      ? `You are invited to a child death review meeting by the Child Death Overview Panel for ${areaName}.`
      : 'A child death review meeting you are invited to has been changed. The calendar file replaces the one before.'
  return {
    to,
    subject: cancelled ? `Cancelled: ${title}` : first ? title : `Changed: ${title}`,
    text: [
      says,
      `Case reference: ${reference}`,
      `When: ${when}`,
      `Where: ${place}`,
      `Chaired by: ${chairedBy}`,
      'Do not put the child’s name or anything else that identifies a person in a reply to this email or in your calendar.',
    ].join('\n\n'),
    calendar: calendarFile(meeting),
  }
}

/** Mails an invitation, unless there is a newer one or the case is no longer here. @throws MailNotSent: tried again */
export async function mailInvitation(parts: Parts, payload: unknown): Promise<void> {
  const { invitation, sequence, ...of } = InvitationJob.parse(payload)
  const { areaId } = of
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const message = await parts.database.transaction(self, async (tx) => {
    const meeting = await findReviewMeeting(tx, of)
    if (meeting === null || meeting.sequence !== sequence || meeting.heldOn !== null) return null
    const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
    const invited = (await invitationsOf(tx, cipher, of)).find((one) => one.invitation === invitation)
    if (invited === undefined) return null
    const first = invited.mailedSequence === null
    const said = await invitedMeeting(tx, cipher, areaId, meeting, parts.clock.now())
    return invitationMail(invited.email, said, { first })
  })
  if (message === null) return
  await parts.mail.send(message)
  const at = parts.clock.now()
  await parts.database.transaction(self, (tx) => markMailed(tx, of, { invitation, sequence, at }))
}
