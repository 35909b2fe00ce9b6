import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  AreaId,
  addDays,
  eventPayloads,
  isInUse,
  type PayloadOf,
  type PlainDate,
  RequestId,
  type SelfAssessmentStep,
} from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { areaName } from '../area/area-store.ts'
import { inboxLink } from '../inbox/inbox-link.ts'
import { layOrganisationInInbox } from '../inbox/inbox-organisations.ts'
import { findOrganisation } from '../organisation/organisation-store.ts'
import type { Parts } from '../parts.ts'

/** The job that asks an organisation for its self-assessment, or reminds it. */
export const MAIL_SELF_ASSESSMENT = 'mail-self-assessment'

type Asked = PayloadOf<'self-assessment.asked.v1'>

/** Days after the day answers are due for which the inbox still leads to the form. */
const STAYS_OPEN = 120

const AskJob = z.strictObject({
  areaId: AreaId,
  /** What was heard, as JSON: ids and days. */
  asked: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(eventPayloads['self-assessment.asked.v1']),
})

/** Has an organisation mailed, in the transaction that hears that it is asked. */
export async function askSelfAssessment(tx: Db, areaId: AreaId, asked: Asked): Promise<void> {
  const { year, organisationId, step } = asked
  const key = `${MAIL_SELF_ASSESSMENT}:${areaId}:${organisationId}:${year}:${step}`
  await addJob(tx, 'case-review', MAIL_SELF_ASSESSMENT, { areaId, asked: JSON.stringify(asked) }, key)
}

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const written = (day: PlainDate) => dates.format(new Date(`${day}T00:00:00Z`))

const subjects: Readonly<Record<SelfAssessmentStep, string>> = {
  opened: 'Self-assessment against recommendations',
  before: 'Self-assessment against recommendations: due soon',
  due: 'Self-assessment against recommendations: due now',
  'after-first': 'Self-assessment against recommendations: was due',
  'after-second': 'Self-assessment against recommendations: was due',
}

/** Says what is asked by when, and where it is answered: nothing of a recommendation, nothing of a child. */
function askingText({ year, dueOn }: Asked, areaName: string, link: string, today: PlainDate): string {
  return [
    `The Child Death Overview Panel for ${areaName} asks your organisation how far it does what recommendations ask of it, for the reporting year ${year}.`,
    `${dueOn < today ? 'Answers were due' : 'Answers are due'} ${written(dueOn)}. You can save what you write and return to it until you send it.`,
    `Open what you are asked: ${link}`,
    'We will mail a 6-digit code to this mailbox before anything is shown. What your organisation has answered is not asked for again.',
    'Do not put anything that identifies a child or family in a reply to this email.',
  ].join('\n\n')
}

/** Mails the organisation a job names, if it is in use. @throws MailNotSent: the job is then tried again */
export async function mailSelfAssessment(parts: Parts, payload: unknown): Promise<void> {
  const { areaId, asked } = AskJob.parse(payload)
  const { organisationId, dueOn, step } = asked
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const today = parts.clock.today()
  const message = await parts.database.transaction(self, async (tx) => {
    const organisation = await findOrganisation(tx, areaId, organisationId, today)
    if (organisation === null || !isInUse(organisation, today)) return null
    const { email } = organisation
    const openUntil = addDays(dueOn, STAYS_OPEN)
    const lying = { organisationId, email, at: parts.clock.now(), openUntil }
    const inboxId = await layOrganisationInInbox(tx, parts.keys, areaId, lying)
    const text = askingText(asked, await areaName(tx, areaId), inboxLink(parts, inboxId), today)
    return { to: email, subject: subjects[step], text }
  })
  if (message !== null) await parts.mail.send(message)
}
