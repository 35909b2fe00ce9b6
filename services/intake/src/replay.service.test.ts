import { type Actor, RequestId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, type GivenIntake, givenIntake } from './testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const refusedAs = (message: string) => ({ message })

describe('sending the log again', () => {
  test('wakes a delivery for every subject of the area, for the operator alone', async () => {
    await intake.submit()
    const { areaId } = intake.mine
    const [log] = await intake.test.look<{ subjects: number }[]>`
      select count(distinct subject) as subjects from intake.events where area_id = ${areaId}`
    const operator: Actor = {
      kind: 'service',
      service: 'cli',
      areaId,
      onBehalfOf: null,
      requestId: RequestId.parse(aKey()),
    }
    expect(await intake.as(operator).event.replay({ areaId, subscriber: 'reporting' })).toEqual(log)
    await expect(
      intake.as(intake.coordinator).event.replay({ areaId, subscriber: 'reporting' }),
    ).rejects.toMatchObject(refusedAs('forbidden'))
  })
})
