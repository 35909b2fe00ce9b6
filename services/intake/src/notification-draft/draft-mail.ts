import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, type Instant, londonDate, NotificationDraftId, Refusal, RequestId } from '@cdop/domain'
import { linkCode, linkToken, subjectCipher } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import type { Message } from '@cdop/mail'
import { z } from 'zod'
import { readArea } from '../area/area-store.ts'
import type { Parts } from '../parts.ts'
import { intakeIn } from './draft-access.ts'
import { lockCode } from './draft-link-store.ts'
import { findDraft } from './draft-store.ts'

/** The job that sends one mail about a draft. */
export const SEND_DRAFT_MAIL = 'send-draft-mail'

/** Which mail to send: ids only. Address, link, code and text are worked out when it leaves. */
const DraftMail = z.strictObject({
  kind: z.enum(['link', 'code']),
  areaId: AreaId,
  draftId: NotificationDraftId,
})
type DraftMail = z.infer<typeof DraftMail>

/** Has a mail sent once this transaction has committed, and not at all if it does not. */
export function wakeDraftMail(tx: Db, mail: DraftMail): Promise<void> {
  return addJob(tx, 'intake', SEND_DRAFT_MAIL, mail, `${SEND_DRAFT_MAIL}:${mail.kind}:${mail.draftId}`)
}

const Mailbox = z.strictObject({ email: z.email() })

const times = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

function written(at: Instant): string {
  const time = times.format(new Date(at)).replace(' ', '').toLowerCase()
  return `${dates.format(new Date(`${londonDate(at)}T00:00:00Z`))} at ${time}`
}

function linkMail(mail: { to: string; areaName: string; endsAt: Instant; link: string }): Message {
  return {
    to: mail.to,
    subject: 'Your notification: come back to it',
    text: [
      `You began a notification to the child death review team in ${mail.areaName}. It has not been sent yet.`,
      'Open this link to go on. We then send a 6-digit code to this mailbox:',
      mail.link,
      `The link works until ${written(mail.endsAt)}, or until the notification is sent. After that we destroy what was typed.`,
      'This alerts nobody tonight. If a child has just died, phone first.',
    ].join('\n\n'),
  }
}

function askMail(mail: { to: string; areaName: string; endsAt: Instant; link: string }): Message {
  return {
    to: mail.to,
    subject: 'Answers about a death are missing',
    text: [
      `The child death review team in ${mail.areaName} was told of a child's death, and some answers are missing. You may have them.`,
      'Open this link to give them. We then send a 6-digit code to this mailbox:',
      mail.link,
      `The link works until ${written(mail.endsAt)}, or until the answers are sent.`,
    ].join('\n\n'),
  }
}

function codeMail({ to, code }: { to: string; code: string }): Message {
  return {
    to,
    subject: 'Your code for the notification',
    text: [
      `Your code is ${code}`,
      'It can be used once, for 10 minutes. If you did not ask for it, you do not need to do anything.',
    ].join('\n\n'),
  }
}

async function messageFor(tx: Db, parts: Parts, { kind, ...place }: DraftMail): Promise<Message | null> {
  const { keys, clock, portalPublicUrl } = parts
  const draft = await findDraft(tx, place, clock.now())
  const { wrapped, mailbox, linkAttempt, endsAt, notificationId, completesNotificationId } = draft
  if (notificationId !== null || mailbox === null) return null
  const cipher = subjectCipher(keys, place.areaId, place.draftId, wrapped)
  const { email: to } = Mailbox.parse(cipher.openJson('notification_drafts', 'mailbox', mailbox))
  if (kind === 'code') {
    const stored = await lockCode(tx, place)
    return stored === null ? null : codeMail({ to, code: linkCode(keys, place.draftId, stored.nonce) })
  }
  const area = await readArea(tx, place.areaId)
  const token = linkToken(keys, place.draftId, linkAttempt)
  const link = `${portalPublicUrl}/notify/${area.code}/return/${token}`
  const mail = completesNotificationId === null ? linkMail : askMail
  return mail({ to, areaName: area.name, endsAt, link })
}

/** Sends the mail a job names, unless the draft has died meanwhile. @throws MailNotSent: the job is then tried again */
export async function sendDraftMail(parts: Parts, payload: unknown): Promise<void> {
  const job = DraftMail.parse(payload)
  const self = intakeIn(job.areaId, RequestId.parse(randomUUID()))
  const message = await parts.database
    .transaction(self, (tx) => messageFor(tx, parts, job))
    .catch((thrown: unknown) => {
      if (thrown instanceof Refusal && thrown.code === 'not-found') return null
      throw thrown
    })
  if (message !== null) await parts.mail.send(message)
}
