import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type AreaId, RequestId } from '@cdop/domain'
import { linkCode, linkToken } from '@cdop/encryption'
import type { Message } from '@cdop/mail'
import { caseReviewIn } from '../area/area-access.ts'
import { areaName } from '../area/area-store.ts'
import { findCase } from '../case/case-store.ts'
import { isAnswerable } from '../information-request/answerable.ts'
import { findRequest, type RequestRow } from '../information-request/request-store.ts'
import { lockCode } from '../link/link-store.ts'
import type { Parts } from '../parts.ts'
import { markRecallMailed, recallOwed } from '../reported-in-error/recall-store.ts'
import { codeMail, recallMail, requestMail } from './request-mail.ts'
import { MailJob } from './wake-mail.ts'

async function messageFor(tx: Db, parts: Parts, job: MailJob): Promise<Message | null> {
  const { areaId, informationRequestId } = job
  const request = await findRequest(tx, areaId, informationRequestId)
  if (job.kind === 'recall') return request === null ? null : recallOf(tx, areaId, request)
  if (request === null || !(await isAnswerable(tx, areaId, informationRequestId))) return null
  const to = request.organisationEmail
  if (job.kind === 'code') {
    const stored = await lockCode(tx, areaId, informationRequestId)
    return stored === null
      ? null
      : codeMail({ to, code: linkCode(parts.keys, informationRequestId, stored.nonce) })
  }
  const found = await findCase(tx, areaId, request.caseId)
  if (found === null) return null
  const token = linkToken(parts.keys, informationRequestId, request.attempt)
  return requestMail({
    to,
    areaName: await areaName(tx, areaId),
    reference: found.reference,
    dueOn: request.dueOn,
    link: `${parts.portalPublicUrl}/requests/${token}`,
  })
}

/** Tells a recipient that what they were sent was wrong; null when they have been told. */
async function recallOf(tx: Db, areaId: AreaId, request: RequestRow): Promise<Message | null> {
  const found = await findCase(tx, areaId, request.caseId)
  if (found === null || !(await recallOwed(tx, areaId, request.informationRequestId))) return null
  const { reference } = found
  return recallMail({ to: request.organisationEmail, areaName: await areaName(tx, areaId), reference })
}

/** Sends the mail a job names, unless the link has died meanwhile. @throws MailNotSent: the job is then tried again */
export async function sendMail(parts: Parts, payload: unknown): Promise<void> {
  const job = MailJob.parse(payload)
  const self = caseReviewIn(job.areaId, RequestId.parse(randomUUID()))
  const message = await parts.database.transaction(self, (tx) => messageFor(tx, parts, job))
  if (message === null) return
  await parts.mail.send(message)
  if (job.kind !== 'recall') return
  const { areaId, informationRequestId } = job
  await parts.database.transaction(self, (tx) =>
    markRecallMailed(tx, areaId, informationRequestId, parts.clock.now()),
  )
}
