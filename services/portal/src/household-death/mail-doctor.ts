import { randomUUID } from 'node:crypto'
import { AreaId, PersonId, RelatedId, RequestId } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { z } from 'zod'
import type { PortalParts } from '../portal-parts.ts'
import { portalActor } from '../session/visitor.ts'
import { markDoctorMailSent, recipientOf } from './doctor-mail-store.ts'

/** The job that tells one designated doctor of one other death in a household. */
export const MAIL_DOCTOR = 'mail-doctor'

const MailJob = z.strictObject({ areaId: AreaId, relatedId: RelatedId, personId: PersonId })

/** The mail says nothing of the children, not even a reference. */
function message(to: string, areaName: string, link: string): Message {
  return {
    to,
    subject: 'Another child death in a household',
    text: [
      `A death was notified to the Child Death Overview Panel for ${areaName}. Another child of the same household or family died before, or died too.`,
      'Sign in to see why we think so, and say that you have seen it:',
      link,
      'It stays in your list until you do. Do not put anything that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/**
 * Sends the mail a job names, unless it has left or its recipient is no designated doctor any more.
 * @throws MailNotSent: the job is then tried again
 */
export async function mailDoctor(parts: PortalParts, payload: unknown): Promise<void> {
  const job = MailJob.parse(payload)
  const self = portalActor(job.areaId, RequestId.parse(randomUUID()))
  const recipient = await parts.database.transaction(self, (tx) => recipientOf(tx, job))
  if (recipient === null) return
  const link = `${parts.publicUrl}/related/${job.relatedId}`
  await parts.mail.send(message(recipient.email, recipient.areaName, link))
  await parts.database.transaction(self, (tx) => markDoctorMailSent(tx, job, parts.clock.now()))
}
