import { randomBytes, randomUUID } from 'node:crypto'
import {
  AreaId,
  AuthorityCode,
  CaseId,
  type CaseReference,
  caseReference,
  GateItem,
  NotificationId,
  type PanelMeetingId,
  type PayloadOf,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { formInForce, parseSubmission, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { filledBody } from '@cdop/forms/testing'
import { linkHolder, newKey } from './testing-actors.ts'
import type { GivenCaseReview } from './testing-service.ts'

/** A case opened by an accepted notification of a child whose death and identity are confirmed. */
export async function givenCase(
  given: GivenCaseReview,
  areaId: AreaId,
  {
    diedOn = '2026-02-10',
    receivedOn = '2026-02-12',
    confirmed = true,
    told = {},
  }: {
    diedOn?: string
    receivedOn?: string
    confirmed?: boolean
    told?: Partial<PayloadOf<'notification.accepted.v1'>>
  } = {},
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
      ...told,
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

/** Asks an agency about a case, has it return its form, and accepts it. */
export async function givenAcceptedReturn(given: GivenCaseReview, coordinator: Person, caseId: CaseId) {
  const areaId = AreaId.parse(coordinator.areaIds[0])
  const sent = await givenReturn(given, coordinator, caseId)
  const { informationRequestId } = sent
  const read = { areaId, informationRequestId, entry: 1, seen: 'returned' as const }
  await (await given.as(coordinator)).returnedForm.accept({ ...read, key: newKey() })
  return sent
}

/** A reason for everything the gate could warn of: what a test lists lacks most. */
export const goingOn = GateItem.options.map((item) => ({ item, reason: 'known-another-way' as const }))

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
    goingOn,
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
