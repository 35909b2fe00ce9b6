import { AuthorityCode, type NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenIntake, givenIntake } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })

describe('what the portal says of an area', () => {
  test('takes effect on the next reading, also for notifications already here', async () => {
    const notificationId = await intake.submit({ residence: 'E06000019' })
    const scope = async () =>
      (await intake.as(intake.coordinator).notification.read(reading(notificationId))).scope.ruleId
    expect(await scope()).toBe('R8')
    const [first] = intake.mine.authorities
    if (first === undefined) throw new Error('the area has no authority')
    const joined = { ...first, code: AuthorityCode.parse('E06000019') }
    await intake.hear({ ...intake.mine, authorities: [first, joined] }, 2)
    expect(await scope()).toBe('R5')
  })
})
