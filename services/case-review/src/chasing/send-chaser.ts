import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, isMailed, RequestId } from '@cdop/domain'
import { linkToken } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import type { Message } from '@cdop/mail'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { areaName } from '../area/area-store.ts'
import { inboxLink, lieInInbox } from '../inbox/inbox-link.ts'
import type { Parts } from '../parts.ts'
import { type ChasedLine, chaserMail } from './chaser-mail.ts'
import { chasedRequests, markChaserMail, waitingChaserMail } from './chaser-store.ts'
import { chasingSettingsOn } from './chasing-settings-store.ts'
import { mailboxIndex } from './mailbox-index.ts'
import { mailboxOf } from './plan-chasers.ts'

/** The job that sends one chaser. */
export const SEND_CHASER = 'send-chaser'

const ChaserJob = z.strictObject({ areaId: AreaId, chaserMailId: z.uuid() })
type ChaserJob = z.infer<typeof ChaserJob>

/** Has a chaser sent once this transaction has committed. */
export function wakeChaser(tx: Db, job: ChaserJob): Promise<void> {
  return addJob(tx, 'case-review', SEND_CHASER, job, `${SEND_CHASER}:${job.chaserMailId}`)
}

/**
 * The mail as it leaves now: without what was answered, recalled or redirected to another mailbox since it was planned;
 * null when nothing is left.
 */
async function messageNow(tx: Db, parts: Parts, job: ChaserJob): Promise<Message | null> {
  const { areaId, chaserMailId } = job
  const planned = await waitingChaserMail(tx, areaId, chaserMailId)
  if (planned === null) return null
  const today = parts.clock.today()
  const lines: ChasedLine[] = []
  let to = ''
  let allLink = ''
  for (const request of await chasedRequests(tx, parts.keys, areaId, [...planned.steps.keys()])) {
    const step = planned.steps.get(request.informationRequestId)
    const here = mailboxIndex(parts.keys, mailboxOf(request.email)).equals(planned.mailboxIndex)
    if (step === undefined || !isMailed(step) || !here) continue
    // A part came since the mail was planned, and the rest is promised.
    if (request.chaseFrom !== null && request.chaseFrom > today) continue
    const { reference, dueOn, promisedOn, informationRequestId, attempt, email } = request
    const link = `${parts.portalPublicUrl}/requests/${linkToken(parts.keys, informationRequestId, attempt)}`
    lines.push({ step, reference, dueOn, promisedOn, link })
    to = email
    const inboxId = await lieInInbox(tx, parts.keys, areaId, {
      informationRequestId,
      email,
      at: parts.clock.now(),
    })
    allLink = inboxLink(parts, inboxId)
  }
  if (lines.length === 0) {
    await markChaserMail(tx, areaId, chaserMailId, { outcome: 'overtaken', at: parts.clock.now() })
    return null
  }
  const { texts } = await chasingSettingsOn(tx, areaId, today)
  return chaserMail({ to, areaName: await areaName(tx, areaId), texts, lines, inboxLink: allLink })
}

/** Sends the chaser a job names, unless it has left or everything in it was answered. @throws MailNotSent: tried again */
export async function sendChaser(parts: Parts, payload: unknown): Promise<void> {
  const job = ChaserJob.parse(payload)
  const { areaId, chaserMailId } = job
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const message = await parts.database.transaction(self, (tx) => messageNow(tx, parts, job))
  if (message === null) return
  await parts.mail.send(message)
  await parts.database.transaction(self, (tx) =>
    markChaserMail(tx, areaId, chaserMailId, { outcome: 'sent', at: parts.clock.now() }),
  )
}
