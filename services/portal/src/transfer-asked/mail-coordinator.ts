import { randomUUID } from 'node:crypto'
import { AreaId, PersonId, RequestId, TransferId } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { z } from 'zod'
import type { PortalParts } from '../portal-parts.ts'
import { portalActor } from '../session/visitor.ts'
import { mailboxOf } from './coordinators.ts'

/** The job that tells one coordinator of one request to take a record over. */
export const MAIL_COORDINATOR = 'mail-coordinator'

const MailJob = z.strictObject({ areaId: AreaId, transferId: TransferId, personId: PersonId })

/** The mail says nothing of the child or the record, not even a reference, nor which area asks. */
function message(to: string, areaName: string, link: string): Message {
  return {
    to,
    subject: 'Another area asks you to take a record',
    text: [
      `Another area asks the Child Death Overview Panel for ${areaName} to take over a record.`,
      'Sign in to read why, and take it or decline:',
      link,
      'It waits in your list until you do, or until they recall it. Do not put anything that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/**
 * Sends the mail a job names, unless its recipient is no coordinator of the area any more. It leaves once; twice only
 * where the process dies between sending it and saying so.
 * @throws MailNotSent: the job is then tried again
 */
export async function mailCoordinator(parts: PortalParts, payload: unknown): Promise<void> {
  const { areaId, transferId, personId } = MailJob.parse(payload)
  const self = portalActor(areaId, RequestId.parse(randomUUID()))
  const mailbox = await parts.database.transaction(self, (tx) => mailboxOf(tx, areaId, personId))
  if (mailbox === null) return
  await parts.mail.send(
    message(mailbox.email, mailbox.areaName, `${parts.publicUrl}/transfers/${transferId}`),
  )
}
