import {
  AuthorityCode,
  type CaseId,
  type CaseReference,
  NotificationId,
  PlainDate,
  TransferId,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parts } from '../parts.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenConfirmation,
  givenReturn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { FAMILY_NAME } from '../testing-intake.ts'
import { carryTold } from './carry-told.ts'

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

async function hear(type: 'case.offered.v1' | 'case.offer-ended.v1' | 'case.transferred.v1', caseId: CaseId) {
  if (type === 'case.transferred.v1') {
    await given.hear('intake', area, {
      type,
      subject: caseId,
      payload: { caseId, transferId, toAreaId: other },
    })
  } else await given.hear('intake', area, { type, subject: caseId, payload: { caseId, transferId } })
}

/** The case begins in the other area, as intake tells it there once it has arrived. */
async function begunThere(caseId: CaseId, caseReference: CaseReference, areaId = other): Promise<void> {
  await given.hear('intake', areaId, {
    type: 'notification.accepted.v1',
    subject: caseId,
    payload: {
      caseId,
      caseReference,
      notificationId: NotificationId.parse(newKey()),
      receivedOn: PlainDate.parse('2026-02-12'),
      diedOn: PlainDate.parse('2026-02-10'),
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
  await givenConfirmation(given, areaId, caseId)
}

const told = { outcome: 'told' as const, by: 'Wilhelmina Thistledown', on: PlainDate.parse('2026-02-11') }
async function tell(caseId: CaseId, version = 0) {
  const call = await given.as(coordinator)
  const entries = [{ recipient: 'general-practitioner' as const, version, told }]
  await call.toldList.record({ areaId: area, caseId, key: newKey(), entries })
}
const carrying = (caseId: CaseId) => ({ caseId, fromAreaId: area, toAreaId: other })

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

  test('is refused once an agency was asked, to another area, and to whoever may not ask', async () => {
    const { caseId } = await givenCase(given, area)
    await givenReturn(given, coordinator, caseId)
    await expect(offer(caseId)).rejects.toMatchObject(refusedAs('transfer-too-late'))
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

describe('a case another area has taken over', () => {
  test('is in no list and opens for nobody here; there it goes on, with who was told and the original dates', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await tell(caseId)
    await tell(caseId, 1)
    await offer(caseId)
    await hear('case.offered.v1', caseId)
    await hear('case.transferred.v1', caseId)
    const call = await given.as(coordinator)
    const asked = { areaId: area, caseId, fieldClasses: [] }
    await expect(call.case.open(asked)).rejects.toMatchObject(refusedAs('not-found'))
    const { rows } = await call.case.list({ areaId: area, view: 'all', page: 1 })
    expect(rows.some((row) => row.caseId === caseId)).toBe(false)
    // It has not begun there yet: nothing is lost, and it is tried again.
    await expect(carryTold(given.parts, carrying(caseId))).rejects.toThrow('not begun there')
    await begunThere(caseId, reference)
    await carryTold(given.parts, carrying(caseId))
    await carryTold(given.parts, carrying(caseId))
    const there = await given.as(colleague)
    const opened = (await there.case.open({ ...asked, areaId: other })).case
    expect(opened).toMatchObject({ reference, state: 'gathering', receivedOn: '2026-02-12', notTold: 6 })
    expect(opened.confirmation).not.toBeNull()
    const list = await there.toldList.read({ areaId: other, caseId })
    const entries = list.rows.find(({ recipient }) => recipient === 'general-practitioner')?.entries
    expect(entries?.map((one) => [one.entry, one.told])).toEqual([
      [2, told],
      [1, told],
    ])
    const [left] = await given.test.look`
      select (select count(*) from case_review.told_entries where area_id = ${area} and case_id = ${caseId}) as told,
        (select count(*) from case_review.data_keys where area_id = ${area} and subject = ${caseId}) as keys`
    expect(left).toEqual({ told: 0, keys: 0 })
    await expect(
      given.parts.database.transaction(
        coordinator,
        (tx) => tx`update case_review.cases set not_told = 0 where case_id = ${caseId} and area_id = ${area}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('loses nothing wherever carrying it is cut off, and what was recorded there meanwhile stays', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await tell(caseId)
    await hear('case.transferred.v1', caseId)
    pass(1)
    await begunThere(caseId, reference)
    const { database } = given.parts
    for (let at = 1; at <= 4; at += 1) {
      let begun = 0
      const dying: Parts = {
        ...given.parts,
        database: {
          ...database,
          async transaction(actor, work) {
            begun += 1
            if (begun === at) throw new Error('the process died')
            return database.transaction(actor, work)
          },
        },
      }
      await carryTold(dying, carrying(caseId)).catch(() => undefined)
    }
    const there = await given.as(colleague)
    const { rows } = await there.toldList.read({ areaId: other, caseId })
    expect(rows.find(({ recipient }) => recipient === 'general-practitioner')?.entries).toHaveLength(1)
  })

  test('goes on here when it is handed back', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await hear('case.transferred.v1', caseId)
    await begunThere(caseId, reference)
    await carryTold(given.parts, carrying(caseId))
    await begunThere(caseId, reference, area)
    await send(caseId)
  })
})
