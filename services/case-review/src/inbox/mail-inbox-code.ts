import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { RequestId } from '@cdop/domain'
import { linkCode } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import { caseReviewIn } from '../area/area-access.ts'
import { codeMail } from '../mail/request-mail.ts'
import type { Parts } from '../parts.ts'
import { lockInboxCode } from './inbox-code-store.ts'
import { inboxMailbox } from './inbox-organisations.ts'
import { InboxTarget } from './inbox-store.ts'

/** The job that mails the code of an inbox. */
export const MAIL_INBOX_CODE = 'mail-inbox-code'

/** Has the code mailed once this transaction has committed. */
export function wakeInboxCode(tx: Db, target: InboxTarget): Promise<void> {
  return addJob(tx, 'case-review', MAIL_INBOX_CODE, target, `${MAIL_INBOX_CODE}:${target.inboxId}`)
}

/** Mails the code in force to the mailbox of the inbox, unless nothing lies in it any more. @throws MailNotSent: tried again */
export async function mailInboxCode(parts: Parts, payload: unknown): Promise<void> {
  const target = InboxTarget.parse(payload)
  const { areaId, inboxId } = target
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const message = await parts.database.transaction(self, async (tx) => {
    const to = await inboxMailbox(tx, parts, target)
    const stored = await lockInboxCode(tx, target)
    if (to === null || stored === null) return null
    return codeMail({ to, code: linkCode(parts.keys, inboxId, stored.nonce) })
  })
  if (message !== null) await parts.mail.send(message)
}
