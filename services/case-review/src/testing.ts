import { randomBytes, randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  AuthorityCode,
  type CallerName,
  CaseId,
  type CaseReference,
  caseReference,
  EventEnvelope,
  type EventType,
  type InformationRequestId,
  type LinkHolder,
  NotificationId,
  type PayloadOf,
  PlainDate,
  RequestId,
  type Role,
  type ServiceName,
  SYSTEM_AREA,
} from '@cdop/domain'
import { assertActor, type Destination } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { caseReviewRouter } from './api.ts'
import { migrations } from './app.ts'
import type { Mail, Message } from './mail/mail.ts'
import { sendMail } from './mail/send-mail.ts'
import { SEND_MAIL } from './mail/wake-mail.ts'
import type { Parts } from './parts.ts'
import { callerOf } from './rpc.ts'

const caller = callerOf(caseReviewRouter)
type Call = ReturnType<typeof caller>

export type GivenCaseReview = GivenService & {
  parts: Parts
  /** The router as this actor, through this caller. */
  as(actor: Actor, through?: CallerName): Promise<Call>
  /** Delivers one event to the service, as the publisher would. */
  hear<Type extends EventType>(
    publisher: ServiceName,
    areaId: AreaId,
    event: { type: Type; subject: string; payload: PayloadOf<Type> },
  ): Promise<void>
  /** Runs the mail jobs that wait, in their order; returns how many there were. */
  sendWaitingMails(): Promise<number>
}

/** What was sent, when a test gives no mail server. */
export type KeptMail = Mail & { sent: Message[] }

export function keptMail(): KeptMail {
  const sent: Message[] = []
  return {
    sent,
    async send(message) {
      sent.push(message)
    },
  }
}

/** A running case-review over a database of its own, for one test file. */
export async function givenCaseReview(
  options: { mail?: Mail; fetch?: Destination['fetch']; rings?: GivenService['rings'] } = {},
): Promise<GivenCaseReview> {
  const { mail = keptMail(), fetch, rings } = options
  const given = await givenService('case-review', migrations, {
    ...(fetch && { fetch }),
    ...(rings && { rings }),
  })
  const parts: Parts = { ...given.parts, mail, portalPublicUrl: 'http://127.0.0.1:3000' }
  const as: GivenCaseReview['as'] = async (actor, through = 'portal') =>
    caller({
      actor,
      caller: through,
      assertion: await assertActor(given.rings.portal, actor),
      parts,
    })
  const versions = new Map<string, number>()
  return {
    ...given,
    parts,
    as,
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
      const call = await as(
        { kind: 'service', service: publisher, areaId, onBehalfOf: null, requestId },
        publisher,
      )
      await call.event.receive({ publisher, events: [event] })
      versions.set(stream, version)
    },
    async sendWaitingMails() {
      const jobs = await given.test.look<{ id: string; payload: unknown }[]>`
        select j.id, j.payload from case_review_jobs._private_jobs j
        join case_review_jobs._private_tasks t on t.id = j.task_id
        where t.identifier = ${SEND_MAIL} order by j.id
      `
      for (const { id, payload } of jobs) {
        await sendMail(parts, payload)
        await given.test.look`delete from case_review_jobs._private_jobs where id = ${id}`
      }
      return jobs.length
    },
  }
}

/** The portal asking about a link nobody has opened yet. */
export function portalItself(): Actor {
  return {
    kind: 'service',
    service: 'portal',
    areaId: SYSTEM_AREA,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  }
}

/** Whoever opened the link of a request. */
export function linkHolder(areaId: AreaId, subject: InformationRequestId): LinkHolder {
  return { kind: 'link', subject, areaId, requestId: RequestId.parse(randomUUID()) }
}

/** A person of the area with these roles. */
export function personIn(areaId: AreaId, ...roles: readonly Role[]) {
  return givenPerson(roles, areaId)
}

export function newArea(): AreaId {
  return AreaId.parse(randomUUID())
}

/** A key as a form carries it. */
export function newKey(): string {
  return randomUUID()
}

/** A case opened by an accepted notification. */
export async function givenCase(
  given: GivenCaseReview,
  areaId: AreaId,
  { diedOn = '2026-02-10', receivedOn = '2026-02-12' }: { diedOn?: string; receivedOn?: string } = {},
): Promise<{ caseId: CaseId; reference: CaseReference }> {
  const caseId = CaseId.parse(randomUUID())
  const reference = caseReference('LDS', 2026, randomBytes(6))
  await given.hear('intake', areaId, {
    type: 'notification.accepted.v1',
    subject: caseId,
    payload: {
      caseId,
      caseReference: reference,
      notificationId: NotificationId.parse(randomUUID()),
      receivedOn: PlainDate.parse(receivedOn),
      diedOn: PlainDate.parse(diedOn),
      ageBand: '1-4y',
      sex: 'female',
      ethnicCategory: 'Z',
      placeOfDeath: 'home',
      expectedness: 'unexpected',
      localAuthority: AuthorityCode.parse('E08000035'),
      jarTriggers: [],
      formVersion: '2026-04-01',
      completeness: {},
    },
  })
  return { caseId, reference }
}
