import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, PersonId, PlainDate, RequestId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import type { PortalParts } from '../portal-parts.ts'
import { portalActor } from '../session/visitor.ts'

/** The job that tells one person that recommendations have been overdue for long. */
export const MAIL_ESCALATION = 'mail-escalation'

const EscalationJob = z.strictObject({ areaId: AreaId, personId: PersonId, on: PlainDate })

/** Chairs and designated doctors of an area who have access now. */
const toldRoles = ['chair', 'designated-doctor']

/** Has chairs and designated doctors told by mail, in the transaction that hears of it: each once for a day. */
export async function askEscalation(
  tx: Db,
  { areaId, on }: { areaId: AreaId; on: PlainDate },
): Promise<void> {
  const rows = await tx`
    select person_id from portal.memberships
    where area_id = ${areaId} and disabled_at is null and roles && ${toldRoles}::text[] order by person_id
  `
  for (const row of rows) {
    const mail = { areaId, personId: PersonId.parse(row['personId']), on }
    await addJob(tx, 'portal', MAIL_ESCALATION, mail, `${MAIL_ESCALATION}:${areaId}:${mail.personId}:${on}`)
  }
}

const Mailbox = z.strictObject({ email: z.email(), areaName: z.string() })

async function mailboxOf(tx: Db, areaId: AreaId, personId: PersonId) {
  const [row] = await tx`
    select u.email, a.name as area_name
    from portal.memberships s
    join portal.users u on u.person_id = s.person_id
    join portal.areas a on a.area_id = s.area_id
    where s.area_id = ${areaId} and s.person_id = ${personId} and s.disabled_at is null
      and s.roles && ${toldRoles}::text[]
  `
  return row === undefined ? null : Mailbox.parse({ ...row })
}

/**
 * Sends the mail a job names, unless its recipient is neither chair nor designated doctor of the area any more. It says
 * nothing of what is overdue but where to read it.
 * @throws MailNotSent: the job is then tried again
 */
export async function mailEscalation(parts: PortalParts, payload: unknown): Promise<void> {
  const { areaId, personId } = EscalationJob.parse(payload)
  const self = portalActor(areaId, RequestId.parse(randomUUID()))
  const mailbox = await parts.database.transaction(self, (tx) => mailboxOf(tx, areaId, personId))
  if (mailbox === null) return
  await parts.mail.send({
    to: mailbox.email,
    subject: 'Recommendations have been overdue for 14 days',
    text: [
      `Recommendations of the Child Death Overview Panel for ${mailbox.areaName}, or actions under them, have been overdue for 14 days. Their owners were reminded.`,
      'Sign in to see which, and who owes them:',
      `${parts.publicUrl}/recommendations?standing=overdue`,
      'Do not put anything that identifies a person in a reply to this email.',
    ].join('\n\n'),
  })
}
