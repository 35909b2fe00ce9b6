import { givenPerson } from '@cdop/database/testing'
import { NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, child, decisionOn, type GivenIntake, givenIntake, submissionTo, TODAY } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const submission = (changes: object = {}) => submissionTo(intake.mine, changes)

const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })

const acceptance = (notificationId: NotificationId, changes: object = {}) => ({
  ...decisionOn(notificationId, intake.mine),
  ...changes,
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

  test('once there is a case, who the child was needs a pass for it: a declared conflict counts here too', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000174' } })
    const { caseId } = await intake.accept(notificationId)
    const read = intake.as(intake.coordinator).notification.read
    const bare = await read(reading(notificationId))
    expect(bare).toMatchObject({ state: 'accepted', caseId, sections: [], reviews: [] })
    expect(JSON.stringify(bare)).not.toMatch(new RegExp(`${child.familyName}|9990000174`))

    const pass = await intake.pass(intake.coordinator, [caseId])
    const whole = await read({ ...reading(notificationId), pass })
    expect(JSON.stringify(whole.sections)).toContain(child.familyName)

    const wrong = [
      await intake.pass(intake.coordinator, [caseId], ['agency-return', 'pack', 'analysis']),
      await intake.pass(intake.stranger, [caseId]),
      'no.such.pass',
    ]
    for (const token of wrong) {
      await expect(read({ ...reading(notificationId), pass: token })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    const audited = await intake.test.look`
      select entry->'fieldClasses' as shown from intake.audit_entries
      where entry->>'action' = 'notification.read' and entry->'object'->>'id' = ${notificationId}`
    expect(audited.map((row) => row['shown'])).toHaveLength(2)
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
