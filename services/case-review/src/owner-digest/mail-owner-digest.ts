import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  AreaId,
  eventPayloads,
  isInUse,
  type OrganisationId,
  type PayloadOf,
  type PlainDate,
  RequestId,
} from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { areaName } from '../area/area-store.ts'
import { findOrganisation } from '../organisation/organisation-store.ts'
import type { Parts } from '../parts.ts'

/** The job that mails an organisation what it owes. */
export const MAIL_OWNER_DIGEST = 'mail-owner-digest'

type Made = PayloadOf<'owner-digest.made.v1'>

const DigestJob = z.strictObject({
  areaId: AreaId,
  /** What was heard, as JSON: references and days. */
  made: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(eventPayloads['owner-digest.made.v1']),
})

/** Has what an organisation owes mailed to it, in the transaction that hears of it. */
export async function askOwnerDigest(tx: Db, areaId: AreaId, made: Made): Promise<void> {
  const payload = { areaId, made: JSON.stringify(made) }
  await addJob(tx, 'case-review', MAIL_OWNER_DIGEST, payload, `${MAIL_OWNER_DIGEST}:${made.digestId}`)
}

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const written = (day: PlainDate) => dates.format(new Date(`${day}T00:00:00Z`))

/** The mail names what is owed by reference and day: nothing of what it is about, nothing of a child. */
function digestText(lines: Made['lines'], areaName: string, today: PlainDate): string {
  const line = ({ reference, dueOn }: Made['lines'][number]) =>
    `${reference}: ${dueOn < today ? 'was due' : 'due'} ${written(dueOn)}`
  const overdue = lines.filter(({ dueOn }) => dueOn < today)
  const due = lines.filter(({ dueOn }) => dueOn >= today)
  const part = (title: string, own: Made['lines']) =>
    own.length === 0 ? [] : [[`${title}: ${own.length}`, ...own.map(line)].join('\n')]
  return [
    `Your organisation follows recommendations of the Child Death Overview Panel for ${areaName}.`,
    ...part('Overdue', overdue),
    ...part('Due in the next 14 days', due),
    'Tell the panel how far each is, by its reference. What stays overdue for 14 days is taken to the chair of the panel and the designated doctor.',
    'Do not put anything that identifies a child or family in a reply to this email.',
  ].join('\n\n')
}

async function mailboxOf(
  tx: Db,
  areaId: AreaId,
  organisationId: OrganisationId,
  today: PlainDate,
): Promise<{ to: string; areaName: string } | null> {
  const organisation = await findOrganisation(tx, areaId, organisationId, today)
  if (organisation === null || !isInUse(organisation, today)) return null
  return { to: organisation.email, areaName: await areaName(tx, areaId) }
}

/**
 * Mails the digest a job names and says what became of it. An organisation that is not in use has no mailbox.
 * @throws MailNotSent: the job is then tried again
 */
export async function mailOwnerDigest(parts: Parts, payload: unknown): Promise<void> {
  const { areaId, made } = DigestJob.parse(payload)
  const { digestId, organisationId, lines } = made
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const today = parts.clock.today()
  const mailbox = await parts.database.transaction(self, (tx) => mailboxOf(tx, areaId, organisationId, today))
  if (mailbox !== null) {
    const text = digestText(lines, mailbox.areaName, today)
    await parts.mail.send({ to: mailbox.to, subject: 'Recommendations that are overdue or due soon', text })
  }
  await parts.database.transaction(self, (tx) =>
    parts.publisher.publish(tx, self, areaId, {
      type: 'owner-digest.mailed.v1',
      subject: digestId,
      payload: { digestId, outcome: mailbox === null ? 'no-mailbox' : 'sent' },
    }),
  )
}
