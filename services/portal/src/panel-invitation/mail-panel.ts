import { randomUUID } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import { AreaId, PanelMeetingId, PersonId, RequestId } from '@cdop/domain'
import { z } from 'zod'
import type { PortalParts } from '../portal-parts.ts'
import { portalActor } from '../session/visitor.ts'
import { invitationMail } from './invitation-mail.ts'
import { markPanelMailSent, panelRecipient } from './panel-mail-store.ts'

/** The job that tells one person of one panel meeting as it was when they were to be told. */
export const MAIL_PANEL = 'mail-panel'

const MailJob = z.strictObject({
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  personId: PersonId,
  sequence: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
})

/**
 * Sends the mail a job names, unless it has left, its recipient sits on the panel no more, or the meeting has changed again:
 * then another mail says so. Of a meeting that was called off nobody hears who had not heard of it.
 * @throws MailNotSent, ServiceUnavailable: the job is then tried again
 */
export async function mailPanel(parts: PortalParts, payload: unknown): Promise<void> {
  const job = MailJob.parse(payload)
  const { areaId, panelMeetingId, personId } = job
  const self = portalActor(areaId, RequestId.parse(randomUUID()))
  const recipient = await parts.database.transaction(self, (tx) => panelRecipient(tx, job))
  if (recipient === null) return
  const { panelInvitation } = parts.call<CaseReviewRouter>('case-review', { kind: 'own', actor: self })
  const meeting = await panelInvitation.announced.query({ areaId, panelMeetingId, personId })
  const { email: to, areaName, toldBefore } = recipient
  if (meeting.sequence !== job.sequence || (meeting.cancelled && !toldBefore)) return
  const link = `${parts.publicUrl}/panel-meetings/${panelMeetingId}`
  const telling = { to, areaName, link, toldBefore, at: parts.clock.now() }
  await parts.mail.send(invitationMail({ panelMeetingId, ...meeting }, telling))
  await parts.database.transaction(self, (tx) => markPanelMailSent(tx, job, parts.clock.now()))
}
