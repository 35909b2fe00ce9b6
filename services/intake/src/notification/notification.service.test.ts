import { givenPerson } from '@cdop/database/testing'
import { CaseReference, eventPayloads, NotificationId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, calling, child, form, type GivenIntake, givenAnswers, givenIntake, TODAY } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const eventsAbout = (subject: string) =>
  intake.test.look<{ type: string; payload: unknown }[]>`
    select type, payload from intake.events where subject = ${subject} order by version`

const auditOf = (id: string) =>
  intake.test.look<{ action: string; actor: string }[]>`
    select entry->>'action' as action, entry->>'actor' as actor from intake.audit_entries
    where entry->'object'->>'id' = ${id}`

const refusedAs = (message: string) => ({ message })

const submission = (changes: object = {}) => ({
  areaId: intake.mine.areaId,
  key: aKey(),
  formVersion: form.version,
  answers: givenAnswers({ child: { nhsNumber: '9990000026' } }),
  receivedOn: TODAY,
  ...changes,
})

const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })

const acceptance = (notificationId: NotificationId, changes: object = {}) => ({
  ...reading(notificationId),
  key: aKey(),
  version: 1,
  differentChild: false,
  ...changes,
})

describe('submitting a notification', () => {
  test('keeps what was answered, tells that it was received, and says who did it', async () => {
    const notificationId = await intake.submit()
    const found = await intake.as(intake.coordinator).notification.read(reading(notificationId))
    const answers = found.sections.flatMap((section) => section.rows.map((row) => row.answer))
    expect(answers).toContain('Quillfeather')
    expect(found).toMatchObject({ state: 'received', version: 1, receivedOn: TODAY, caseId: null })
    expect(found.scope).toEqual({
      outcome: 'in',
      ruleId: 'R5',
      evidence: 'Born alive, under 18 at death, normally resident in this area',
    })
    const [event] = await eventsAbout(notificationId)
    expect(event).toEqual({
      type: 'notification.received.v1',
      payload: { notificationId, receivedOn: TODAY },
    })
    expect((await auditOf(notificationId)).map((entry) => entry.action).sort()).toEqual([
      'notification.read',
      'notification.submit',
    ])
  })

  test('a second click makes no second notification, also when both come at once', async () => {
    const once = submission()
    const caller = intake.as(intake.coordinator)
    const [first, second] = await Promise.all([
      caller.notification.submit(once),
      caller.notification.submit(once),
    ])
    expect(second).toEqual(first)
    expect(await caller.notification.submit(once)).toEqual(first)
    await expect(
      caller.notification.submit({ ...once, receivedOn: PlainDate.parse('2026-03-01') }),
    ).rejects.toMatchObject(refusedAs('key-reused'))
  })

  test.each([
    ['a birth date after the death', { child: { dateOfBirth: '2026-02-28' } }, ['date-of-death']],
    ['a death tomorrow', { death: { dateOfDeath: '2026-03-03' } }, ['date-of-death']],
    ['a birth next year', { child: { dateOfBirth: '2027-01-01' } }, ['child-date-of-birth', 'date-of-death']],
  ])('refuses %s, names the questions, and leaves nothing behind', async (_, given, fields) => {
    const before = await intake.test.look`select 1 from intake.events`
    await expect(
      intake.as(intake.coordinator).notification.submit(submission({ answers: givenAnswers(given) })),
    ).rejects.toMatchObject({ message: 'dates-out-of-order', cause: { fields } })
    expect(await intake.test.look`select 1 from intake.events`).toHaveLength(before.length)
  })

  test.each([
    ['received tomorrow', { receivedOn: '2026-03-03' }, 'date-in-future', ['receivedOn']],
    ['received before the death', { receivedOn: '2026-02-26' }, 'dates-out-of-order', ['receivedOn']],
    ['received before there was a form', { receivedOn: '2018-01-01' }, 'invalid-answers', ['receivedOn']],
    ['answers to another version', { formVersion: '1999-01-01' }, 'invalid-answers', ['formVersion']],
  ])('refuses one %s', async (_, changes, message, fields) => {
    await expect(
      intake.as(intake.coordinator).notification.submit(submission(changes)),
    ).rejects.toMatchObject({ message, cause: { fields } })
  })

  test('refuses an incomplete form and names every question left out', async () => {
    const { 'child-family-name': _, 'place-of-death': __, ...answers } = givenAnswers()
    await expect(
      intake.as(intake.coordinator).notification.submit(submission({ answers })),
    ).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['child-family-name', 'place-of-death'] },
    })
  })

  test('takes "I do not know" for every question that offers it', async () => {
    const notKnown = 'not-known'
    const notificationId = await intake.submit({
      child: { nhsNumber: '9990000034', sex: notKnown, ethnicCategory: notKnown },
      death: { placeOfDeath: notKnown, expectedness: notKnown, coronerReferral: notKnown },
    })
    const { caseId } = await intake.accept(notificationId)
    const [event] = await eventsAbout(caseId)
    expect(event?.payload).toMatchObject({ sex: notKnown, ethnicCategory: notKnown, placeOfDeath: notKnown })
  })

  test('refuses a test number in a live database', async () => {
    const parts = { ...intake.parts, deployment: 'live' as const }
    const live = calling(intake.coordinator, parts)
    await expect(live.notification.submit(submission())).rejects.toMatchObject({
      message: 'test-number-in-live',
      cause: { fields: ['child-nhs-number'] },
    })
  })
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
    })
    expect(told.completeness).toMatchObject({ 'child-family-name': 'answered', 'gestation-weeks': 'blank' })
    expect(JSON.stringify(told)).not.toMatch(
      new RegExp(`${child.familyName}|9990000042|${child.dateOfBirth}`),
    )
    const jobs = await intake.test.look`
      select key from intake_jobs.jobs where key like ${`%:${caseId}`} order by key`
    expect(jobs.map((job) => job['key'])).toEqual([`case-review:${caseId}`, `reporting:${caseId}`])
  })

  test('a second click gets the first answer; a second decision is refused', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000050' } })
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

  test('refuses a second case for a known NHS number until somebody says it is another child', async () => {
    const first = await intake.submit({ child: { nhsNumber: '9990000077' } })
    const { caseId, caseReference } = await intake.accept(first)
    const second = await intake.submit({ child: { nhsNumber: '9990000077', dateOfBirth: '2019-07-12' } })
    await expect(intake.accept(second)).rejects.toMatchObject(refusedAs('child-already-known'))
    const { sameChild } = await intake.as(intake.coordinator).notification.read(reading(second))
    expect(sameChild).toEqual([{ caseId, caseReference, because: 'same-nhs-number' }])
    expect((await intake.accept(second, true)).caseId).not.toBe(caseId)
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
    const second = await intake.submit({ child: { ...born, nhsNumber: '9990000107' } })
    const { sameChild } = await intake.as(intake.coordinator).notification.read(reading(second))
    expect(sameChild).toEqual([{ caseId, caseReference, because: 'same-birth-date-and-sex' }])
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

describe('declaring a notification out of scope', () => {
  const declare = (notificationId: NotificationId) =>
    intake.as(intake.coordinator).notification.declareOutOfScope({
      ...reading(notificationId),
      key: aKey(),
      version: 1,
    })

  test('closes one the rules call out, once', async () => {
    const notificationId = await intake.submit({ child: { bornAlive: 'no' } })
    await declare(notificationId)
    const found = await intake.as(intake.coordinator).notification.read(reading(notificationId))
    expect(found).toMatchObject({ state: 'out-of-scope', version: 2, caseId: null })
    await expect(declare(notificationId)).rejects.toMatchObject(refusedAs('notification-decided'))
    await expect(intake.accept(notificationId)).rejects.toMatchObject(refusedAs('notification-decided'))
  })

  test('is refused for one in scope, and while it is not known', async () => {
    await expect(declare(await intake.submit())).rejects.toMatchObject(refusedAs('in-scope'))
    const pending = await intake.submit({ child: { bornAlive: 'not-known' } })
    await expect(declare(pending)).rejects.toMatchObject(refusedAs('scope-pending'))
  })
})

describe('who sees a notification', () => {
  test('another area cannot learn that it exists', async () => {
    const notificationId = await intake.submit()
    const stranger = intake.as(intake.stranger)
    const theirs = { areaId: intake.theirs.areaId, notificationId }
    for (const attempt of [
      () => stranger.notification.read(reading(notificationId)),
      () => stranger.notification.read(theirs),
      () => stranger.notification.accept(acceptance(notificationId)),
      () => stranger.notification.accept({ ...acceptance(notificationId), ...theirs }),
      () => stranger.notification.declareOutOfScope({ ...theirs, key: aKey(), version: 1 }),
      () => stranger.notification.list({ areaId: intake.mine.areaId, page: 1 }),
      () => stranger.notification.submit(submission()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
    }
    expect(await stranger.notification.list({ areaId: intake.theirs.areaId, page: 1 })).toEqual({
      rows: [],
      total: 0,
    })
  })

  test.each(['panel-member', 'chair', 'analyst', 'administrator'] as const)('a %s may not', async (role) => {
    const caller = intake.as(givenPerson([role], intake.mine.areaId))
    for (const attempt of [
      () => caller.notification.list({ areaId: intake.mine.areaId, page: 1 }),
      () => caller.notification.read(reading(NotificationId.parse(aKey()))),
      () => caller.notification.submit(submission()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'forbidden' })
    }
  })
})

describe('the list of notifications', () => {
  test('shows 25 a page, the newest first, by state, with the case, and no name', async () => {
    const clean = await givenIntake()
    try {
      const numbers = ['9990000018', '9990000026', '9990000034']
      const [first] = await Promise.all(numbers.map((nhsNumber) => clean.submit({ child: { nhsNumber } })))
      const accepted = await clean.accept(NotificationId.parse(first))
      await Promise.all(Array.from({ length: 24 }, () => clean.submit()))
      const list = (changes: object) =>
        clean.as(clean.coordinator).notification.list({ areaId: clean.mine.areaId, page: 1, ...changes })
      const one = await list({})
      const two = await list({ page: 2 })
      expect([one.rows.length, two.rows.length, one.total, two.total]).toEqual([25, 2, 27, 27])
      expect(await list({ page: 3 })).toEqual({ rows: [], total: 27 })
      expect((await list({ state: 'accepted' })).rows).toEqual([
        {
          notificationId: first,
          state: 'accepted',
          receivedOn: TODAY,
          diedOn: '2026-02-27',
          ageBand: '5-9y',
          placeOfDeath: 'home',
          ...accepted,
        },
      ])
      expect(JSON.stringify([one, two])).not.toContain(child.familyName)
    } finally {
      await clean.drop()
    }
  })
})
