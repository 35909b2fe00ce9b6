import { type NotificationId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calling, type GivenIntake, givenAnswers, givenIntake, submissionTo, TODAY } from '../testing.ts'

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

const submission = (changes: object = {}) => submissionTo(intake.mine, changes)

const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })

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
    [
      'received before there was a form, with answers to a later one',
      { receivedOn: '2018-01-01' },
      'invalid-answers',
      ['formVersion'],
    ],
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
