import { type CaseId, TransferId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenReturn,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { FAMILY_NAME } from '../testing-intake.ts'

let given: GivenCaseReview
const area = newArea()
const other = newArea()
const coordinator = personIn(area, 'coordinator')
const colleague = personIn(other, 'coordinator')
const transferId = TransferId.parse('0190e000-0000-7000-8000-000000000001')

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

/** Seconds go by. */
const pass = (seconds: number) =>
  given.clock.set(new Date(Date.parse(given.clock.now()) + seconds * 1000).toISOString())
const refusedAs = (message: string) => ({ message })

async function offer(caseId: CaseId, changes: object = {}) {
  const call = await given.as(coordinator)
  const asked = { areaId: area, caseId, toAreaId: other, reason: 'residence' as const, key: newKey() }
  return call.case.offer({ ...asked, plan: 'A joint learning day in June', ...changes })
}

async function send(caseId: CaseId) {
  const call = await given.as(coordinator)
  const agency = { name: 'Invented Surgery', kind: 'hospital' as const, email: 'desk@surgery.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  return call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
}

const hear = (type: 'case.offered.v1' | 'case.offer-ended.v1', caseId: CaseId) =>
  given.hear('intake', area, { type, subject: caseId, payload: { caseId, transferId } })

describe('a case another area is asked to take', () => {
  test('is held: nobody is asked and no meeting recorded, until that has an end', async () => {
    const { caseId } = await givenCase(given, area)
    expect(await offer(caseId)).toEqual({ transferId })
    await expect(send(caseId)).rejects.toMatchObject(refusedAs('transfer-open'))
    await hear('case.offered.v1', caseId)
    pass(600)
    await expect(send(caseId)).rejects.toMatchObject(refusedAs('transfer-open'))
    const call = await given.as(coordinator)
    const decidedOn = given.clock.today()
    await expect(
      call.reviewMeeting.recordNotHeld({
        areaId: area,
        caseId,
        reason: 'died-abroad',
        decidedOn,
        key: newKey(),
      }),
    ).rejects.toMatchObject(refusedAs('transfer-open'))
    expect((await call.case.open({ areaId: area, caseId, fieldClasses: [] })).case.offered).toBe(true)
    await hear('case.offer-ended.v1', caseId)
    expect((await call.case.open({ areaId: area, caseId, fieldClasses: [] })).case.offered).toBe(false)
    await send(caseId)
  })

  test('goes on when it was not asked after all: intake refuses, or whoever asked was cut off', async () => {
    const { caseId } = await givenCase(given, area)
    await expect(offer(caseId, { plan: `We tell ${FAMILY_NAME}’s school` })).rejects.toMatchObject(
      refusedAs('identifiers-in-plan'),
    )
    await send(caseId)
    const cut = await givenCase(given, area)
    await offer(cut.caseId)
    pass(121)
    await send(cut.caseId)
  })

  test('is asked for at any stage, and not listed meanwhile; listed or reviewed it says what to do', async () => {
    const { caseId } = await givenCase(given, area)
    await givenReturn(given, coordinator, caseId)
    await offer(caseId)
    await hear('case.offered.v1', caseId)
    await hear('case.offer-ended.v1', caseId)
    const call = await given.as(coordinator)
    const settled = { reason: 'died-abroad' as const, decidedOn: given.clock.today() }
    await call.reviewMeeting.recordNotHeld({ areaId: area, caseId, key: newKey(), ...settled })
    await offer(caseId)
    await hear('case.offered.v1', caseId)
    const { panelMeetingId } = await call.panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn: given.clock.today(),
      key: newKey(),
    })
    const list = () =>
      call.case.listForPanel({
        areaId: area,
        caseId,
        panelMeetingId,
        summary: 'A child died.',
        goingOn,
        key: newKey(),
      })
    await expect(list()).rejects.toMatchObject(refusedAs('transfer-open'))
    await hear('case.offer-ended.v1', caseId)
    await list()
    await expect(offer(caseId)).rejects.toMatchObject(refusedAs('transfer-listed'))
    await givenAgreement(given, area, caseId, panelMeetingId)
    await expect(offer(caseId)).rejects.toMatchObject(refusedAs('transfer-too-late'))
  })

  test('is not asked for of another area, nor by whoever may not ask', async () => {
    const fresh = await givenCase(given, area)
    const asked = {
      caseId: fresh.caseId,
      toAreaId: other,
      reason: 'residence' as const,
      plan: 'x',
      key: newKey(),
    }
    const stranger = await given.as(colleague)
    await expect(stranger.case.offer({ ...asked, areaId: other })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    const doctor = await given.as(personIn(area, 'designated-doctor'))
    await expect(doctor.case.offer({ ...asked, areaId: area })).rejects.toMatchObject(refusedAs('forbidden'))
  })
})
