import { randomUUID } from 'node:crypto'
import { AreaId, PersonId, RegionalMeetingId, RequestId } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { z } from 'zod'
import type { PortalParts } from '../portal-parts.ts'
import { portalActor } from '../session/visitor.ts'
import { mailboxOf } from '../transfer-asked/coordinators.ts'

/** The job that tells one coordinator of one regional meeting their area is asked to. */
export const MAIL_REGIONAL = 'mail-regional'

const MailJob = z.strictObject({ areaId: AreaId, regionalMeetingId: RegionalMeetingId, personId: PersonId })

/** The mail says neither what the meeting is about nor which area asks. */
function message(to: string, areaName: string, link: string): Message {
  return {
    to,
    subject: 'Your area is asked to a regional panel meeting',
    text: [
      `Another area asks the Child Death Overview Panel for ${areaName} to a panel meeting of several areas.`,
      'Sign in to read what it is about, and accept or decline:',
      link,
      'Each area keeps its own cases. Do not put anything that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/**
 * Sends the mail a job names, unless its recipient is no coordinator of the area any more.
 * @throws MailNotSent: the job is then tried again
 */
export async function mailRegional(parts: PortalParts, payload: unknown): Promise<void> {
  const { areaId, regionalMeetingId, personId } = MailJob.parse(payload)
  const self = portalActor(areaId, RequestId.parse(randomUUID()))
  const mailbox = await parts.database.transaction(self, (tx) => mailboxOf(tx, areaId, personId))
  if (mailbox === null) return
  const link = `${parts.publicUrl}/regional-meetings/${regionalMeetingId}`
  await parts.mail.send(message(mailbox.email, mailbox.areaName, link))
}
