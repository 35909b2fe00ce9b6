import { randomUUID } from 'node:crypto'
import { wallFaults } from '@cdop/database/testing'
import type { NewEvent } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publisherOf } from './publish.ts'
import { accepted, clock, givenTwoServices, received, type TwoServices } from './testing-two-services.ts'

describe('what a service publishes', () => {
  let given: TwoServices
  beforeAll(async () => {
    given = await givenTwoServices()
  })
  afterAll(() => given.drop())

  const versions = async (subject: string) => {
    const rows = await given.intake.look<{ version: number }[]>`
      select version from intake.events where subject = ${subject} order by version`
    return rows.map((row) => row.version)
  }
  const jobs = (subject: string) => given.intake.look`
    select key from intake_jobs.jobs where key like ${`%:${subject}`} order by key`

  test('wakes one delivery for each subscriber, with ids only', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject), accepted(subject))
    expect(await jobs(subject)).toHaveLength(2)
    const [job] = await given.intake.look<{ payload: object }[]>`
      select payload from intake_jobs._private_jobs where key like ${`%:${subject}`} limit 1`
    expect(Object.keys(job?.payload ?? {}).sort()).toEqual(['areaId', 'subject', 'subscriber'])
  })

  test('and nobody acts on wakes nobody, and comes along with what does', async () => {
    const subject = randomUUID()
    await given.publish(received(subject))
    expect(await jobs(subject)).toHaveLength(0)
    await given.publish(accepted(subject))
    expect(await jobs(subject)).toHaveLength(2)
    expect(await versions(subject)).toEqual([1, 2])
  })

  test('and takes back leaves nothing: no event, no job', async () => {
    const subject = randomUUID()
    const undone = given.intake.database.transaction(given.person, async (tx) => {
      await publisherOf('intake', clock).publish(tx, given.person, given.areaId, accepted(subject))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await versions(subject)).toEqual([])
    expect(await jobs(subject)).toHaveLength(0)
  })

  test('about one subject at the same moment is numbered without a gap, and nobody fails', async () => {
    const subject = randomUUID()
    await Promise.all(Array.from({ length: 20 }, () => given.publish(accepted(subject))))
    expect(await versions(subject)).toEqual(Array.from({ length: 20 }, (_, before) => before + 1))
  })

  test('about several subjects in different orders does not lock itself out', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        turn % 2 === 0
          ? given.publish(accepted(one), accepted(two))
          : given.publish(accepted(two), accepted(one)),
      ),
    )
    expect(await versions(one)).toHaveLength(10)
    expect(await versions(two)).toHaveLength(10)
  })

  test('with anything in it that its type does not say is refused, and nothing is stored', async () => {
    const subject = randomUUID()
    const tooMuch = accepted(subject)
    const named = {
      ...tooMuch,
      payload: { ...tooMuch.payload, familyName: 'Example' },
    } as unknown as NewEvent
    await expect(given.publish(named)).rejects.toMatchObject({ name: 'ZodError' })
    const misdated = {
      ...tooMuch,
      payload: { ...tooMuch.payload, receivedOn: 'soon' },
    } as unknown as NewEvent
    await expect(given.publish(misdated)).rejects.toMatchObject({ name: 'ZodError' })
    expect(await versions(subject)).toEqual([])
  })

  test('is never changed or forgotten by the service', async () => {
    await given.publish(accepted(randomUUID()))
    for (const statement of ['update intake.events set version = 9', 'delete from intake.events']) {
      const attempt = given.intake.database.transaction(given.person, (tx) => tx.unsafe(statement))
      await expect(attempt).rejects.toMatchObject({ sqlState: '42501' })
    }
  })

  test('stays within the walls: audit, events and inbox have theirs', async () => {
    expect(await wallFaults(given.intake.look, 'intake')).toEqual([])
  })
})
