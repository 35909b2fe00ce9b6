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
  NotificationId,
  type PanelMeetingId,
  type PayloadOf,
  type Person,
  PlainDate,
  type RequestHolder,
  RequestId,
  type Role,
  type ServiceName,
  SYSTEM_AREA,
} from '@cdop/domain'
import { formInForce, parseSubmission, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { filledBody } from '@cdop/forms/testing'
import type { Mail } from '@cdop/mail'
import { keptMail } from '@cdop/mail/testing'
import { assertActor } from '@cdop/rpc'
import { type GivenService, givenService, testKeyrings } from '@cdop/service/testing'
import { caseReviewRouter } from './api.ts'
import { migrations } from './app.ts'
import { sendMail } from './mail/send-mail.ts'
import { SEND_MAIL } from './mail/wake-mail.ts'
import type { Parts } from './parts.ts'
import { callerOf } from './rpc.ts'
import { intakeOverTheWire } from './testing-intake.ts'

const caller = callerOf(caseReviewRouter)
type Call = ReturnType<typeof caller>

export type GivenCaseReview = GivenService & {
  parts: Parts
  /** The router as this actor, through this caller. */
  as(actor: Actor, through?: CallerName): Promise<Call>
  /** Delivers one event to the service as the publisher would, and then once more. */
  hear<Type extends EventType>(
    publisher: ServiceName,
    areaId: AreaId,
    event: { type: Type; subject: string; payload: PayloadOf<Type> },
  ): Promise<void>
  /** Runs the mail jobs that wait, in their order; returns how many there were. */
  sendWaitingMails(): Promise<number>
}

/** A running case-review over a database of its own, for one test file. */
export async function givenCaseReview({ mail = keptMail() }: { mail?: Mail } = {}): Promise<GivenCaseReview> {
  const rings = await testKeyrings()
  const given = await givenService('case-review', migrations, { rings, fetch: intakeOverTheWire(rings) })
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
      // As after a crash of the publisher between the delivery and its note of it.
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
export function linkHolder(areaId: AreaId, subject: InformationRequestId): RequestHolder {
  return {
    kind: 'link',
    opens: 'information-request',
    subject,
    areaId,
    requestId: RequestId.parse(randomUUID()),
  }
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

/** A case opened by an accepted notification of a child whose death and identity are confirmed. */
export async function givenCase(
  given: GivenCaseReview,
  areaId: AreaId,
  {
    diedOn = '2026-02-10',
    receivedOn = '2026-02-12',
    confirmed = true,
  }: { diedOn?: string; receivedOn?: string; confirmed?: boolean } = {},
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
  if (confirmed) await givenConfirmation(given, areaId, caseId, diedOn)
  return { caseId, reference }
}

/** It is recorded who confirmed the death and who the child is. */
export function givenConfirmation(
  given: GivenCaseReview,
  areaId: AreaId,
  caseId: CaseId,
  diedOn = '2026-02-10',
): Promise<void> {
  const word = { by: 'hospital-doctor' as const, on: PlainDate.parse(diedOn) }
  return given.hear('intake', areaId, {
    type: 'identity-and-death.confirmed.v1',
    subject: caseId,
    payload: { caseId, death: word, identity: word },
  })
}

/** The child did not die: intake was told so. */
export function givenErrorReport(
  given: GivenCaseReview,
  areaId: AreaId,
  caseId: CaseId,
  { nationalDatabaseTold = false }: { nationalDatabaseTold?: boolean } = {},
): Promise<void> {
  return given.hear('intake', areaId, {
    type: 'notification.reported-in-error.v1',
    subject: caseId,
    payload: {
      caseId,
      notificationId: NotificationId.parse(randomUUID()),
      reason: 'child-is-alive',
      nationalDatabaseTold,
    },
  })
}

/** Everybody who must be told of the death has been. */
export async function givenEverybodyTold(given: GivenCaseReview, coordinator: Person, caseId: CaseId) {
  const areaId = AreaId.parse(coordinator.areaIds[0])
  const call = await given.as(coordinator)
  const { rows } = await call.toldList.read({ areaId, caseId })
  const told = { outcome: 'told' as const, by: 'Invented Example', on: given.clock.today() }
  const entries = rows.map(({ recipient }) => ({ recipient, version: 0, told }))
  await call.toldList.record({ areaId, caseId, key: newKey(), entries })
}

/** The reporting form filled in rightly, as answers travel. */
export function reportingAnswers(): { formVersion: string; answers: Record<string, unknown> } {
  const form = formInForce(statutoryForms, REPORTING_FORM, '2026-03-02')
  const submission = parseSubmission(form, filledBody(form), { today: '2026-03-02' })
  if (!submission.ok) throw new Error('the sample is not right')
  return { formVersion: form.version, answers: submission.answers }
}

/** Asks an agency about a case and has it return its form. */
export async function givenReturn(given: GivenCaseReview, coordinator: Person, caseId: CaseId) {
  const areaId = AreaId.parse(coordinator.areaIds[0])
  const call = await given.as(coordinator)
  const agency = {
    name: 'Invented NHS Trust',
    kind: 'hospital' as const,
    email: 'safeguarding@trust.example',
  }
  const { organisationId } = await call.organisation.add({ areaId, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId, caseId, organisationId, key: newKey() })
  const reporter = await given.as(linkHolder(areaId, sent.informationRequestId))
  await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
  return sent
}

/** Takes a case to the agenda of a panel meeting held today. */
export async function givenListing(given: GivenCaseReview, coordinator: Person, caseId: CaseId) {
  const areaId = AreaId.parse(coordinator.areaIds[0])
  const call = await given.as(coordinator)
  const today = given.clock.today()
  await call.reviewMeeting.recordNotHeld({
    areaId,
    caseId,
    reason: 'died-abroad',
    decidedOn: today,
    key: newKey(),
  })
  const { panelMeetingId } = await call.panelMeeting.arrange({
    areaId,
    kind: 'standard',
    heldOn: today,
    key: newKey(),
  })
  await call.case.listForPanel({
    areaId,
    caseId,
    panelMeetingId,
    summary: 'A child died at home.',
    key: newKey(),
  })
  return { panelMeetingId }
}

/** The panel agreed its analysis of a listed case today. */
export async function givenAgreement(
  given: GivenCaseReview,
  areaId: AreaId,
  caseId: CaseId,
  panelMeetingId: PanelMeetingId,
  analysisVersion = 1,
): Promise<void> {
  await given.hear('factor-analysis', areaId, {
    type: 'analysis.agreed.v1',
    subject: caseId,
    payload: {
      caseId,
      panelMeetingId,
      reviewedOn: given.clock.today(),
      analysisVersion,
      categories: [10],
      primaryCategory: 10,
      modifiability: 'no-modifiable-factors',
      factors: [],
    },
  })
}
