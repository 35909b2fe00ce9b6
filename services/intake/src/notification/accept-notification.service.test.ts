import { CaseReference, eventPayloads, type NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  calling,
  child,
  decisionOn,
  type GivenIntake,
  givenAnswers,
  givenIntake,
  submissionTo,
} from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const eventsAbout = (subject: string) =>
  intake.test.look<{ type: string; payload: unknown }[]>`
    select type, payload from intake.events where subject = ${subject} order by version`

const refusedAs = (message: string) => ({ message })

const submission = (changes: object = {}) => submissionTo(intake.mine, changes)

const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })

const acceptance = (notificationId: NotificationId, changes: object = {}) => ({
  ...decisionOn(notificationId, intake.mine),
  ...changes,
})

describe('accepting a notification', () => {
  test('makes a case with a reference, and tells ids, codes and bands, never who', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000042' } })
    const { caseId, caseReference } = await intake.accept(notificationId)
    expect(CaseReference.parse(caseReference)).toMatch(/^LDS-2026-/)
    const found = await intake.as(intake.coordinator).notification.read(reading(notificationId))
    expect(found).toMatchObject({ state: 'accepted', version: 2, caseId, caseReference })
    const [event] = await eventsAbout(caseId)
    const told = eventPayloads['notification.accepted.v1'].parse(event?.payload)
    expect(told).toMatchObject({
      caseId,
      caseReference,
      notificationId,
      diedOn: '2026-02-27',
      ageBand: '5-9y',
      localAuthority: 'E08000035',
      jarTriggers: ['sudden-no-apparent-cause'],
      otherReviews: [],
    })
    expect(told).not.toHaveProperty('gestation')
    expect(told.completeness).toMatchObject({
      'child-family-name': 'answered',
      'gestation-weeks': 'not-asked',
    })
    expect(JSON.stringify(told)).not.toMatch(
      new RegExp(`${child.familyName}|9990000042|${child.dateOfBirth}`),
    )
    const jobs = await intake.test.look`
      select key from intake_jobs.jobs where key like ${`%:${caseId}`} order by key`
    expect(jobs.map((job) => String(job['key']).split(':')[0])).toEqual(['case-review', 'reporting'])
  })

  test('tells the weeks at birth as a band, never their number, and which reviews were under way', async () => {
    const notificationId = await intake.submit({
      child: { nhsNumber: '9990007004', dateOfBirth: '2026-02-20', bornAlive: 'yes' },
      death: { gestationWeeks: 25, responseStarted: 'no', otherReviews: ['perinatal-mortality-review'] },
    })
    await intake.settle(notificationId)
    const { caseId } = await intake.accept(notificationId)
    const [event] = await eventsAbout(caseId)
    expect(event?.payload).toMatchObject({
      gestation: '24-27w',
      responseStarted: 'no',
      otherReviews: ['perinatal-mortality-review'],
    })
    expect(JSON.stringify(event?.payload)).not.toContain('gestationWeeks')
  })

  test('a second click gets the first answer; a second decision is refused', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000050' } })
    await intake.settle(notificationId)
    const caller = intake.as(intake.coordinator)
    const once = acceptance(notificationId)
    const first = await caller.notification.accept(once)
    expect(await caller.notification.accept(once)).toEqual(first)
    await expect(caller.notification.accept(acceptance(notificationId))).rejects.toMatchObject(
      refusedAs('notification-decided'),
    )
    expect(await eventsAbout(first.caseId)).toHaveLength(1)
  })

  test('refuses somebody who saw another version', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000069' } })
    await expect(
      intake.as(intake.coordinator).notification.accept(acceptance(notificationId, { version: 2 })),
    ).rejects.toMatchObject(refusedAs('stale'))
  })

  test('refuses a second case for a known NHS number until somebody decides that it is another child', async () => {
    const first = await intake.submit({ child: { nhsNumber: '9990000077' } })
    const { caseId, caseReference } = await intake.accept(first)
    const second = await intake.submit({ child: { nhsNumber: '9990000077', dateOfBirth: '2019-07-12' } })
    await expect(intake.accept(second)).rejects.toMatchObject(refusedAs('child-already-known'))
    const { reviews } = await intake.as(intake.coordinator).notification.read(reading(second))
    expect(reviews).toContainEqual(
      expect.objectContaining({ caseId, caseReference, state: 'open', blocks: true }),
    )
    await intake.compare(second, caseId, 'unsure')
    await expect(intake.accept(second)).rejects.toMatchObject(refusedAs('child-already-known'))
    await intake.compare(second, caseId, 'different')
    expect((await intake.accept(second)).caseId).not.toBe(caseId)
  })

  test('of two accepted at the same moment with one NHS number only one becomes a case', async () => {
    const same = { child: { nhsNumber: '9990000085' } }
    const both = await Promise.all([intake.submit(same), intake.submit(same)])
    const outcomes = await Promise.allSettled(both.map((id) => intake.accept(id)))
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('twins with numbers of their own are two children, each offered as a possible match', async () => {
    const born = { dateOfBirth: '2025-12-01' }
    const first = await intake.submit({ child: { ...born, nhsNumber: '9990000093' } })
    const { caseId, caseReference } = await intake.accept(first)
    const second = await intake.submit({ child: { ...born, nhsNumber: '9990099901' } })
    const { reviews } = await intake.as(intake.coordinator).notification.read(reading(second))
    expect(reviews).toContainEqual(expect.objectContaining({ caseId, caseReference, state: 'open' }))
    expect((await intake.accept(second)).caseId).not.toBe(caseId)
  })

  test('takes a child without an NHS number', async () => {
    const { nhsNumber: _, ...unnumbered } = child
    const { 'child-nhs-number': __, ...answers } = givenAnswers({
      child: { ...unnumbered, dateOfBirth: '2020-01-05' },
    })
    const { notificationId } = await intake.as(intake.coordinator).notification.submit(
      submission({
        answers: {
          ...answers,
          'nhs-number-known': 'no',
          'no-nhs-number-reason': 'not-currently-available',
        },
      }),
    )
    expect((await intake.accept(notificationId)).caseId).toBeTruthy()
  })

  test.each([
    ['born without signs of life', { child: { bornAlive: 'no' } }, 'out-of-scope'],
    ['on the eighteenth birthday', { child: { dateOfBirth: '2008-02-27' } }, 'out-of-scope'],
    ['not yet known whether born alive', { child: { bornAlive: 'not-known' } }, 'scope-pending'],
    ['of a child who lived elsewhere', { residence: 'E08000032' }, 'not-resident-here'],
  ])('refuses a death %s', async (_, given, message) => {
    const notificationId = await intake.submit(given)
    await expect(intake.accept(notificationId)).rejects.toMatchObject(refusedAs(message))
    const found = await intake.as(intake.coordinator).notification.read(reading(notificationId))
    expect(found.state).toBe('received')
  })
})

describe('work that does not finish', () => {
  test('leaves no case, no event, no job and no spent key when the audit cannot be written', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000166' } })
    await intake.settle(notificationId)
    const once = acceptance(notificationId)
    const rows = () => intake.test.look`
      select (select count(*) from intake.cases) as cases, (select count(*) from intake.children) as children,
        (select count(*) from intake.data_keys) as keys, (select count(*) from intake.events) as events,
        (select count(*) from intake.idempotency_keys) as attempts, (select count(*) from intake_jobs.jobs) as jobs`
    const before = await rows()
    const audit = { record: () => Promise.reject(new Error('the disk is full')) }
    const failing = calling(intake.coordinator, { ...intake.parts, audit })
    await expect(failing.notification.accept(once)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(await rows()).toEqual(before)
    const { caseId } = await intake.as(intake.coordinator).notification.accept(once)
    expect(await eventsAbout(caseId)).toHaveLength(1)
  })
})

describe('whom to ask about a child who was notified', () => {
  test('is proposed in codes, with the agencies that were named, to a pass for the case alone, and audited', async () => {
    const { caseId } = await intake.accept(await intake.submit({ child: { nhsNumber: '9990010005' } }))
    const other = await intake.accept(await intake.submit({ child: { nhsNumber: '9990010013' } }))
    const coordinator = intake.as(intake.coordinator)
    const asked = {
      areaId: intake.mine.areaId,
      caseId,
      pass: await intake.pass(intake.coordinator, [caseId]),
    }
    const found = await coordinator.notification.agenciesOfCase(asked)
    expect(found.proposals.find(({ kind }) => kind === 'general-practice')?.reasons).toEqual([
      'named',
      'every-child',
    ])
    expect(found.proposals.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['education', 'police']))
    expect(found.authorities).toEqual(['E08000035'])
    expect(found.named).toEqual([
      { kind: 'general-practice', organisation: 'Invented Surgery', person: null, email: null, phone: null },
    ])
    const wrong = await intake.pass(intake.coordinator, [other.caseId])
    const blind = await intake.pass(intake.coordinator, [caseId], ['agency-return'])
    for (const pass of [wrong, blind]) {
      const refused = coordinator.notification.agenciesOfCase({ ...asked, pass })
      await expect(refused).rejects.toMatchObject(refusedAs('not-found'))
    }
    const audited = await intake.test.look<{ entry: string }[]>`
      select entry::text from intake.audit_entries where entry->>'action' = 'notification.agencies'`
    expect(audited).toHaveLength(1)
    expect(audited[0]?.entry).toContain('identity')
    expect(JSON.stringify(audited)).not.toContain('Invented Surgery')
  })
})
