import type { NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionOn, type GivenIntake, givenIntake } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const refusedAs = (message: string) => ({ message })

const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })

describe('declaring a notification out of scope', () => {
  const declare = (notificationId: NotificationId) =>
    intake.as(intake.coordinator).notification.declareOutOfScope(decisionOn(notificationId, intake.mine))

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
