import { randomUUID } from 'node:crypto'
import { AreaId, PersonId, RequestId, UrgentAlertId } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { z } from 'zod'
import type { PortalParts } from '../portal-parts.ts'
import { portalActor } from '../session/visitor.ts'
import { AlertMailAbout, markAlertMailSent, recipientOf } from './alert-mail-store.ts'

/** The job that tells one person of one urgent alert. */
export const MAIL_ALERT = 'mail-urgent-alert'

const MailJob = z.strictObject({
  areaId: AreaId,
  alertId: UrgentAlertId,
  about: AlertMailAbout,
  personId: PersonId,
})

/** The mails say neither what is dangerous nor of whom they speak, not even a reference. */
const mails: Readonly<
  Record<AlertMailAbout, { subject: string; says(areaName: string): string; asks: string }>
> = {
  raised: {
    subject: 'An urgent alert waits for you',
    says: (areaName) => `An urgent alert was raised at the Child Death Overview Panel for ${areaName}.`,
    asks: 'Sign in to read it, and say that you know of it:',
  },
  unacknowledged: {
    subject: 'Not everybody knows of an urgent alert',
    says: (areaName) =>
      `An urgent alert was raised at the Child Death Overview Panel for ${areaName}. The designated doctor or public health has not said that they know of it.`,
    asks: 'Sign in to see who. Telephone them, and record it:',
  },
}

/**
 * Sends the mail a job names, unless it has left or its recipient has no access any more.
 * @throws MailNotSent: the job is then tried again
 */
export async function mailAlert(parts: PortalParts, payload: unknown): Promise<void> {
  const job = MailJob.parse(payload)
  const self = portalActor(job.areaId, RequestId.parse(randomUUID()))
  const recipient = await parts.database.transaction(self, (tx) => recipientOf(tx, job))
  if (recipient === null) return
  const { subject, says, asks } = mails[job.about]
  const message: Message = {
    to: recipient.email,
    subject,
    text: [
      says(recipient.areaName),
      asks,
      `${parts.publicUrl}/alerts/${job.alertId}`,
      'Do not put anything that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
  await parts.mail.send(message)
  await parts.database.transaction(self, (tx) => markAlertMailSent(tx, job, parts.clock.now()))
}
