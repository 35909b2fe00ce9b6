import { givenPerson } from '@cdop/database/testing'
import { NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, child, decisionOn, type GivenIntake, givenIntake, submissionTo } from '../testing.ts'

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
      () => stranger.notification.list({ areaId: intake.mine.areaId, page: 1, withheld: [] }),
      () => stranger.notification.submit(submission()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
    }
    const theirQueue = await stranger.notification.list({
      areaId: intake.theirs.areaId,
      page: 1,
      withheld: [],
    })
    expect([theirQueue.rows, theirQueue.total, theirQueue.counts.all]).toEqual([[], 0, 0])
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
      () => caller.notification.list({ areaId: intake.mine.areaId, page: 1, withheld: [] }),
      () => caller.notification.read(reading(NotificationId.parse(aKey()))),
      () => caller.notification.submit(submission()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'forbidden' })
    }
  })
})
