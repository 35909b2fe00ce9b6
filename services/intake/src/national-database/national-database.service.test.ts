import { type Actor, type CaseId, NationalSubmissionId, PlainDate, RequestId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, type GivenIntake, givenIntake } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const itself = (service: 'case-review' | 'reporting' = 'case-review'): Actor => ({
  kind: 'service',
  service,
  areaId: intake.mine.areaId,
  onBehalfOf: intake.coordinator.personId,
  requestId: RequestId.parse(crypto.randomUUID()),
})

async function assembled(caseId: CaseId, changes: object = {}, actor = itself()) {
  const pass = await intake.pass(actor, [caseId])
  return intake.as(actor).nationalDatabase.answers({
    areaId: intake.mine.areaId,
    caseId,
    pass,
    version: null,
    questions: ['child-family-name', 'child-sex', 'gestation-weeks'],
    ...changes,
  })
}

describe('what goes to the national database', () => {
  test('is given to case-review alone, by a pass, only what it asks for, and always the same of one version', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000107' } })
    const { caseId } = await intake.accept(notificationId)
    const given = await assembled(caseId)
    expect(given).toEqual({
      notificationId,
      version: 2,
      toldByHand: false,
      answers: { 'child-family-name': 'Quillfeather', 'child-sex': 'female' },
    })
    expect(await assembled(caseId, { version: given.version })).toEqual(given)
    const notFound = { message: 'not-found' }
    await expect(assembled(caseId, { pass: 'none' })).rejects.toMatchObject(notFound)
    const other = itself()
    const pass = await intake.pass(other, [caseId])
    await expect(assembled(caseId, { pass })).rejects.toMatchObject(notFound)
    const forbidden = { message: 'forbidden' }
    await expect(assembled(caseId, {}, itself('reporting'))).rejects.toMatchObject(forbidden)
    await expect(assembled(caseId, {}, intake.coordinator)).rejects.toMatchObject(forbidden)
    const [seen] = await intake.test.look<{ entries: number }[]>`
      select count(*)::int as entries from intake.audit_entries where entry->>'action' = 'national-database.assemble'`
    expect(seen?.entries).toBe(2)
  })

  test('is told once by its receipt, which stops the clock; nobody records it by hand after that', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000115' } })
    const { caseId } = await intake.accept(notificationId)
    const { areaId } = intake.mine
    const told = {
      areaId,
      caseId,
      submissionId: NationalSubmissionId.parse(crypto.randomUUID()),
      receipt: 'R-1',
      acknowledgedAt: intake.clock.now(),
    }
    await intake.as(itself()).nationalDatabase.receipt(told)
    await intake.as(itself()).nationalDatabase.receipt(told)
    const person = intake.as(intake.coordinator).nationalDatabase
    const read = await person.read({ areaId, notificationId })
    expect(read.entries).toMatchObject([{ entry: 1, receipt: 'R-1', recordedBy: null }])
    expect(read.clocks.national?.stoppedAt).toBe(told.acknowledgedAt)
    await expect(intake.as(intake.coordinator).nationalDatabase.receipt(told)).rejects.toMatchObject({
      message: 'forbidden',
    })
    const asked = {
      areaId,
      notificationId,
      pass: await intake.pass(intake.coordinator, [caseId]),
      version: 0,
    }
    const word = { by: 'hospital-doctor' as const, name: 'Rowan Ferris', organisation: 'Example', time: null }
    const on = PlainDate.parse('2026-02-27')
    await intake.as(intake.coordinator).confirmation.record({
      ...asked,
      key: aKey(),
      death: { ...word, on },
      identity: { ...word, on },
    })
    await expect(
      person.record({ ...asked, version: 1, key: aKey(), toldOn: PlainDate.parse('2026-03-01') }),
    ).rejects.toMatchObject({ message: 'national-database-told' })
  })
})
