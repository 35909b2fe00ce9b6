import type { Db } from '@cdop/database'
import { AreaId, InformationRequestId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'

/** The job that sends one mail. */
export const SEND_MAIL = 'send-mail'

/** Which mail to send: ids only. Link, code and text are worked out when it leaves. */
export const MailJob = z.strictObject({
  kind: z.enum(['request', 'reminder', 'code', 'recall', 'redirected', 'sent-back']),
  areaId: AreaId,
  informationRequestId: InformationRequestId,
})
export type MailJob = z.infer<typeof MailJob>

/** Has a mail sent once this transaction has committed, and not at all if it does not. */
export function wakeMail(tx: Db, job: MailJob): Promise<void> {
  return addJob(tx, 'case-review', SEND_MAIL, job, `${job.kind}:${job.informationRequestId}`)
}
