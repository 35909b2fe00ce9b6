import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { isWaitedFor, Refusal, RequestId } from '@cdop/domain'
import { linkCode, linkToken } from '@cdop/encryption'
import type { Message } from '@cdop/mail'
import { caseReviewIn } from '../area/area-access.ts'
import { areaName } from '../area/area-store.ts'
import { findCase } from '../case/case-store.ts'
import { inboxLink, lieInInbox } from '../inbox/inbox-link.ts'
import { answerable } from '../information-request/answerable.ts'
import { recipientOf } from '../information-request/recipient-of.ts'
import { dueNow, findRequest } from '../information-request/request-store.ts'
import { areaOfRequest, lockCode } from '../link/link-store.ts'
import type { Parts } from '../parts.ts'
import { markRecallMailed, type RecallReason, recallOwed } from '../reported-in-error/recall-store.ts'
import {
  codeMail,
  recallMail,
  redirectedMail,
  reminderMail,
  requestMail,
  sentBackMail,
} from './request-mail.ts'
import { MailJob } from './wake-mail.ts'

type Owed = { message: Message; recalled: RecallReason | null }

async function owed(tx: Db, parts: Parts, job: MailJob): Promise<Owed | null> {
  if (job.kind === 'recall') return recallOf(tx, parts, job)
  if (job.kind === 'redirected') return redirectionOf(tx, parts, job)
  const message = await messageFor(tx, parts, job)
  return message && { message, recalled: null }
}

async function messageFor(tx: Db, parts: Parts, job: MailJob): Promise<Message | null> {
  const { areaId, informationRequestId } = job
  const works = await answerable(tx, areaId, informationRequestId)
  if (works === null) return null
  const { request, found } = works
  const { email: to } = await recipientOf(tx, parts.keys, areaId, request)
  if (job.kind === 'code') {
    const stored = await lockCode(tx, areaId, informationRequestId)
    return stored === null
      ? null
      : codeMail({ to, code: linkCode(parts.keys, informationRequestId, stored.nonce) })
  }
  const token = linkToken(parts.keys, informationRequestId, request.attempt)
  const inboxId = await lieInInbox(tx, parts.keys, areaId, {
    informationRequestId,
    email: to,
    at: parts.clock.now(),
  })
  const mail = {
    to,
    areaName: await areaName(tx, areaId),
    reference: found.reference,
    dueOn: dueNow(request),
    link: `${parts.portalPublicUrl}/requests/${token}`,
    inboxLink: inboxLink(parts, inboxId),
  }
  if (job.kind === 'request') return requestMail(mail)
  if (job.kind === 'sent-back') return request.state === 'sent-back' ? sentBackMail(mail) : null
  if (!isWaitedFor(request.state)) return null
  const promisedOn = request.part?.promisedOn ?? null
  const sentOn = request.askedAgainOn ?? request.sentOn
  return reminderMail({ ...mail, sentOn, promisedOn, today: parts.clock.today() })
}

/** Tells whoever was asked first that somebody else is asked now. */
async function redirectionOf(
  tx: Db,
  parts: Parts,
  { areaId, informationRequestId }: MailJob,
): Promise<Owed | null> {
  const request = await findRequest(tx, areaId, informationRequestId)
  const found = request && (await findCase(tx, areaId, request.caseId))
  if (found === null || request === null || request.state !== 'redirected') return null
  const { email: to } = await recipientOf(tx, parts.keys, areaId, request)
  const message = redirectedMail({ to, areaName: await areaName(tx, areaId), reference: found.reference })
  return { message, recalled: null }
}

/** Tells a recipient that what they were sent is taken back; null when they have been told. */
async function recallOf(
  tx: Db,
  parts: Parts,
  { areaId, informationRequestId }: MailJob,
): Promise<Owed | null> {
  const request = await findRequest(tx, areaId, informationRequestId)
  const found = request && (await findCase(tx, areaId, request.caseId))
  if (found?.state === 'transferred') throw new Refusal('case-on-its-way')
  const reason = await recallOwed(tx, areaId, informationRequestId)
  if (request === null || found === null || reason === null) return null
  const { reference } = found
  const name = await areaName(tx, areaId)
  const { email: to } = await recipientOf(tx, parts.keys, areaId, request)
  const message = recallMail({ to, areaName: name, reference, reason })
  return { message, recalled: reason }
}

/**
 * Sends the mail a job names, unless the link has died meanwhile. What another area has taken over leaves in its name.
 * @throws MailNotSent, Refusal `case-on-its-way`: the job is then tried again
 */
export async function sendMail(parts: Parts, payload: unknown): Promise<void> {
  const asked = MailJob.parse(payload)
  const now = await parts.database.withoutActor((tx) => areaOfRequest(tx, asked.informationRequestId))
  const job = { ...asked, areaId: now ?? asked.areaId }
  const self = caseReviewIn(job.areaId, RequestId.parse(randomUUID()))
  const found = await parts.database.transaction(self, (tx) => owed(tx, parts, job))
  if (found === null) return
  await parts.mail.send(found.message)
  const { recalled: reason } = found
  if (reason === null) return
  const { areaId, informationRequestId: id } = job
  await parts.database.transaction(self, (tx) =>
    markRecallMailed(tx, areaId, { id, reason }, parts.clock.now()),
  )
}
