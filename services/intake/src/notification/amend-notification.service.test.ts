import type { NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, calling, form, type GivenIntake, givenAnswers, givenIntake } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const coordinator = () => intake.as(intake.coordinator).notification
const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })
const refusedAs = (message: string) => ({ message })

const amendment = (notificationId: NotificationId, answers: object, changes: object = {}) => ({
  ...reading(notificationId),
  key: aKey(),
  version: 1,
  formVersion: form.version,
  answers: { ...answers },
  ...changes,
})

const answered = async (notificationId: NotificationId) => {
  const { sections } = await coordinator().read(reading(notificationId))
  return new Map(sections.flatMap((section) => section.rows.map(({ path, answer }) => [path, answer])))
}

describe('correcting or completing a notification', () => {
  test('makes a new version; the earlier one is kept sealed, with who replaced it and when', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000018' } })
    const { answers, version } = await coordinator().answers(reading(notificationId))
    expect(version).toBe(1)
    const change = amendment(notificationId, { ...answers, 'child-family-name': 'Quillfeather-Moss' })
    const amended = await coordinator().amend(change)
    expect(amended).toMatchObject({ version: 2, scope: { outcome: 'in', ruleId: 'R5' } })
    expect(await coordinator().amend(change)).toEqual(amended)
    const { personId } = intake.coordinator
    expect(await coordinator().read(reading(notificationId))).toMatchObject({
      version: 2,
      changes: [{ version: 1, replacedBy: personId, replacedAt: intake.parts.clock.now() }],
    })
    expect((await answered(notificationId)).get('child-family-name')).toBe('Quillfeather-Moss')
    const [kept] = await intake.test.look<{ answers: Buffer }[]>`
      select answers from intake.earlier_answers where notification_id = ${notificationId}`
    expect(kept?.answers.length).toBeGreaterThan(100)
    expect(kept?.answers.includes('Quillfeather')).toBe(false)
    const actions = await intake.test.look<{ action: string }[]>`
      select entry->>'action' as action from intake.audit_entries where entry->'object'->>'id' = ${notificationId}`
    expect(actions.map(({ action }) => action)).toContain('notification.amend')
  })

  test('can be looked at afterwards: question by question what it was and is, by whom and when, audited', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000123' } })
    const { answers } = await coordinator().answers(reading(notificationId))
    const once = { ...answers, 'child-family-name': 'Quillfeather-Moss' }
    await coordinator().amend(amendment(notificationId, once))
    const twice = { ...once, 'child-sex': 'male', 'child-family-name': 'Moss' }
    await coordinator().amend(amendment(notificationId, twice, { version: 2 }))
    const { personId } = intake.coordinator
    const changes = await coordinator().changes(reading(notificationId))
    expect(changes).toMatchObject([
      {
        version: 2,
        replacedBy: personId,
        questions: [
          { path: 'child-family-name', was: 'Quillfeather-Moss', is: 'Moss' },
          { path: 'child-sex', was: 'Female' },
        ],
      },
      {
        version: 1,
        replacedBy: personId,
        questions: [{ path: 'child-family-name', was: 'Quillfeather', is: 'Quillfeather-Moss' }],
      },
    ])
    const audited = await intake.test.look<{ fields: string[] }[]>`
      select entry->'fieldClasses' as fields from intake.audit_entries
      where entry->>'action' = 'notification.read-changes' and entry->'object'->>'id' = ${notificationId}`
    expect(audited).toEqual([{ fields: ['identity'] }])
    const stranger = intake.as(intake.stranger).notification
    await expect(stranger.changes(reading(notificationId))).rejects.toMatchObject(refusedAs('not-found'))
  })

  test('that changes nothing makes no version', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000026' } })
    const { answers } = await coordinator().answers(reading(notificationId))
    expect((await coordinator().amend(amendment(notificationId, answers))).version).toBe(1)
    expect((await coordinator().read(reading(notificationId))).changes).toEqual([])
  })

  test('assesses the scope again, and what is listed and looked up follows the new answers', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000034', bornAlive: 'not-known' } })
    const { answers } = await coordinator().answers(reading(notificationId))
    const amended = await coordinator().amend(
      amendment(notificationId, {
        ...answers,
        'child-born-alive': 'yes',
        'child-nhs-number': '9990000042',
        'place-of-death': 'delivery-suite',
        'child-date-of-birth': '2026-02-25',
      }),
    )
    expect(amended.scope).toMatchObject({ outcome: 'in', ruleId: 'R5' })
    const { rows } = await coordinator().list({ areaId: intake.mine.areaId, page: 1, withheld: [] })
    expect(rows.find((row) => row.notificationId === notificationId)).toMatchObject({
      placeOfDeath: 'delivery-suite',
      ageBand: '0-27d',
    })
    await intake.settle(notificationId)
    const { caseId } = await coordinator().accept({ ...reading(notificationId), key: aKey(), version: 2 })
    const again = await intake.submit({ child: { nhsNumber: '9990000042' } })
    const { reviews } = await coordinator().read(reading(again))
    expect(reviews).toContainEqual(expect.objectContaining({ caseId, state: 'open', blocks: true }))
  })

  test('that first names a trigger asks for a decision on a joint agency response, once', async () => {
    const notificationId = await intake.submit({
      child: { nhsNumber: '9990000050' },
      death: { jarTriggers: undefined },
    })
    const responses = () =>
      intake.test.look`select 1 from intake.responses where notification_id = ${notificationId}`
    expect(await responses()).toHaveLength(0)
    const { answers } = await coordinator().answers(reading(notificationId))
    const triggered = { ...answers, 'jar-triggers': ['external-cause'] }
    await coordinator().amend(amendment(notificationId, triggered))
    expect(await responses()).toHaveLength(1)
    const more = { ...answers, 'jar-triggers': ['external-cause', 'custody-or-mha'] }
    await coordinator().amend(amendment(notificationId, more, { version: 2 }))
    expect(await responses()).toHaveLength(1)
  })

  test('to the child of another notification proposes the two as perhaps one child, once', async () => {
    const known = { nhsNumber: '9990000107', familyName: 'Ambergate' }
    const first = await intake.submit({ child: known })
    const other = {
      nhsNumber: '9990000115',
      familyName: 'Underhill',
      givenNames: 'Bo',
      dateOfBirth: '2012-01-05',
    }
    const second = await intake.submit({ child: other })
    const between = () => intake.test.look`
      select 1 from intake.duplicate_reviews
      where ${first} in (notification_id, candidate_notification_id)
        and ${second} in (notification_id, candidate_notification_id)`
    expect(await between()).toHaveLength(0)
    const same = givenAnswers({ child: known })
    await coordinator().amend(amendment(second, same))
    expect(await between()).toHaveLength(1)
    await coordinator().amend(amendment(second, { ...same, 'time-of-death': '09:30' }, { version: 2 }))
    expect(await between()).toHaveLength(1)
  })

  test.each([
    [
      'a birth date after the death',
      { 'child-date-of-birth': '2026-02-28' },
      'dates-out-of-order',
      ['date-of-death'],
    ],
    ['a death tomorrow', { 'date-of-death': '2026-03-03' }, 'dates-out-of-order', ['date-of-death']],
    [
      'a number with a wrong check digit',
      { 'child-nhs-number': '9990000019' },
      'invalid-answers',
      ['child-nhs-number'],
    ],
    ['an answer left out', { 'child-family-name': undefined }, 'invalid-answers', ['child-family-name']],
  ])('is refused with %s, and nothing is replaced', async (_, change, message, fields) => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000069' } })
    const answers = JSON.parse(JSON.stringify({ ...givenAnswers(), ...change }))
    await expect(coordinator().amend(amendment(notificationId, answers))).rejects.toMatchObject({
      message,
      cause: { fields },
    })
    expect((await coordinator().read(reading(notificationId))).version).toBe(1)
  })

  test('holds a test number back from a live database', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000077' } })
    const live = calling(intake.coordinator, { ...intake.parts, deployment: 'live' as const })
    const change = amendment(notificationId, givenAnswers({ child: { nhsNumber: '9990000085' } }))
    await expect(live.notification.amend(change)).rejects.toMatchObject({
      message: 'test-number-in-live',
      cause: { fields: ['child-nhs-number'] },
    })
  })

  test('is refused to somebody who saw another version, to another area, and once it is decided', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000093' } })
    const { answers } = await coordinator().answers(reading(notificationId))
    const change = { ...answers, 'child-family-name': 'Moss' }
    await expect(
      coordinator().amend(amendment(notificationId, change, { version: 2 })),
    ).rejects.toMatchObject(refusedAs('stale'))
    const stranger = intake.as(intake.stranger).notification
    await expect(stranger.amend(amendment(notificationId, change))).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    await expect(stranger.answers(reading(notificationId))).rejects.toMatchObject(refusedAs('not-found'))
    await intake.accept(notificationId)
    await expect(
      coordinator().amend(amendment(notificationId, change, { version: 2 })),
    ).rejects.toMatchObject(refusedAs('notification-decided'))
    await expect(coordinator().answers(reading(notificationId))).rejects.toMatchObject(
      refusedAs('notification-decided'),
    )
  })

  test('is shown to nobody without a pass once there is a case', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000131' } })
    const { answers } = await coordinator().answers(reading(notificationId))
    await coordinator().amend(amendment(notificationId, { ...answers, 'child-family-name': 'Moss' }))
    await intake.settle(notificationId)
    const { caseId } = await coordinator().accept({ ...reading(notificationId), key: aKey(), version: 2 })
    await expect(coordinator().changes(reading(notificationId))).rejects.toMatchObject(refusedAs('not-found'))
    const pass = await intake.pass(intake.coordinator, [caseId])
    expect(await coordinator().changes({ ...reading(notificationId), pass })).toHaveLength(1)
  })
})
