import { randomUUID } from 'node:crypto'
import {
  type Actor,
  type AreaId,
  type CallerName,
  confidentialityStatement,
  EventEnvelope,
  type EventType,
  mayDo,
  type PayloadOf,
  RequestId,
  type ServiceName,
} from '@cdop/domain'
import type { Mail } from '@cdop/mail'
import { keptMail } from '@cdop/mail/testing'
import { assertActor } from '@cdop/rpc'
import { type GivenService, givenService, testKeyrings } from '@cdop/service/testing'
import { z } from 'zod'
import { caseReviewRouter } from './api.ts'
import { migrations, noDocuments } from './app.ts'
import { SEND_CHASER, sendChaser } from './chasing/send-chaser.ts'
import { MAIL_INBOX_CODE, mailInboxCode } from './inbox/mail-inbox-code.ts'
import { sendMail } from './mail/send-mail.ts'
import { SEND_MAIL } from './mail/wake-mail.ts'
import type { Parts } from './parts.ts'
import { mailInvitation } from './review-meeting/mail-invitation.ts'
import { MAIL_INVITATION } from './review-meeting/wake-invitations.ts'
import { callerOf } from './rpc.ts'
import { MAIL_SELF_ASSESSMENT, mailSelfAssessment } from './self-assessment/mail-self-assessment.ts'
import { intakeOverTheWire } from './testing-intake.ts'

const caller = callerOf(caseReviewRouter)
type Call = ReturnType<typeof caller>

export type GivenCaseReview = GivenService & {
  parts: Parts
  /** The router as this actor, through this caller; whoever reads for a panel has signed the confidentiality statement. */
  as(actor: Actor, through?: CallerName): Promise<Call>
  /** The same, but as somebody who has signed nothing by this. */
  asUnsigned(actor: Actor, through?: CallerName): Promise<Call>
  /** Delivers one event to the service as the publisher would, and then once more. */
  hear<Type extends EventType>(
    publisher: ServiceName,
    areaId: AreaId,
    event: { type: Type; subject: string; payload: PayloadOf<Type> },
  ): Promise<void>
  /** Delivers every event of a subject once more, as after a replay of its publisher. */
  hearAgain(publisher: ServiceName, areaId: AreaId, subject: string): Promise<void>
  /** Runs the mail jobs that wait, invitations too, in their order; returns how many there were. */
  sendWaitingMails(): Promise<number>
}

/** A running case-review over a database of its own, for one test file. */
export async function givenCaseReview({
  mail = keptMail(),
  nationalDatabase = null,
  documents = {},
}: {
  mail?: Mail
  nationalDatabase?: ReturnType<Parts['nationalDatabaseOf']>
  documents?: Partial<Pick<Parts, 'documents' | 'inspector' | 'scanner'>>
} = {}): Promise<GivenCaseReview> {
  const rings = await testKeyrings()
  const given = await givenService('case-review', migrations, { rings, fetch: intakeOverTheWire(rings) })
  const parts: Parts = {
    ...given.parts,
    mail,
    portalPublicUrl: 'http://127.0.0.1:3000',
    nationalDatabaseOf: () => nationalDatabase,
    nationalYearEndDays: 60,
    ...noDocuments,
    ...documents,
  }
  const asUnsigned: GivenCaseReview['as'] = async (actor, through = 'portal') =>
    caller({
      actor,
      caller: through,
      assertion: await assertActor(given.rings.portal, actor),
      parts,
    })
  const signed = new Set<string>()
  const as: GivenCaseReview['as'] = async (actor, through) => {
    const call = await asUnsigned(actor, through)
    if (actor.kind !== 'person' || !mayDo(actor, 'pack:read')) return call
    for (const areaId of actor.areaIds) {
      const once = [actor.personId, areaId, parts.clock.today()].join()
      if (signed.has(once)) continue
      const { version } = confidentialityStatement
      await call.panelStatement.sign({ areaId, version, key: randomUUID() })
      signed.add(once)
    }
    return call
  }
  const versions = new Map<string, number>()
  const published: { stream: string; event: EventEnvelope }[] = []
  const receive = async (publisher: ServiceName, event: EventEnvelope) => {
    const { areaId, requestId } = event
    const actor = { kind: 'service', service: publisher, areaId, onBehalfOf: null, requestId } as const
    await (await as(actor, publisher)).event.receive({ publisher, events: [event] })
  }
  return {
    ...given,
    parts,
    as,
    asUnsigned,
    async hear(publisher, areaId, { type, subject, payload }) {
      const stream = `${publisher}:${areaId}:${subject}`
      const version = (versions.get(stream) ?? 0) + 1
      const requestId = RequestId.parse(randomUUID())
      const recordedAt = given.clock.now()
      const event = EventEnvelope.parse({
        id: randomUUID(),
        areaId,
        subject,
        version,
        type,
        payload,
        recordedAt,
        requestId,
      })
      await receive(publisher, event)
      // As after a crash of the publisher between the delivery and its note of it.
      await receive(publisher, event)
      published.push({ stream, event })
      versions.set(stream, version)
    },
    async hearAgain(publisher, areaId, subject) {
      const again = published.filter(({ stream }) => stream === `${publisher}:${areaId}:${subject}`)
      for (const { event } of again) await receive(publisher, event)
    },
    async sendWaitingMails() {
      const senders = {
        [MAIL_INBOX_CODE]: mailInboxCode,
        [MAIL_SELF_ASSESSMENT]: mailSelfAssessment,
        [SEND_MAIL]: sendMail,
        [SEND_CHASER]: sendChaser,
        [MAIL_INVITATION]: mailInvitation,
      }
      const jobs = await given.test.look<{ id: string; identifier: string; payload: unknown }[]>`
        select j.id, t.identifier, j.payload from case_review_jobs._private_jobs j
        join case_review_jobs._private_tasks t on t.id = j.task_id
        where t.identifier = any (${Object.keys(senders)}::text[]) order by j.id
      `
      for (const { id, identifier, payload } of jobs) {
        await senders[
          z
            .enum([MAIL_INBOX_CODE, SEND_MAIL, SEND_CHASER, MAIL_INVITATION, MAIL_SELF_ASSESSMENT])
            .parse(identifier)
        ](parts, payload)
        await given.test.look`delete from case_review_jobs._private_jobs where id = ${id}`
      }
      return jobs.length
    },
  }
}
