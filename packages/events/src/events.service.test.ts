import { randomUUID } from 'node:crypto'
import { auditOf, sealEntries, verifyAudit } from '@cdop/audit'
import { givenPerson, type TestDatabase } from '@cdop/database/testing'
import { type AreaId, type EventEnvelope, Instant, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Delivery, deliver } from './deliver.ts'
import { publisherOf } from './publish.ts'
import { receive } from './receive.ts'
import { everySchema } from './schema.ts'
import { givenServiceDatabase } from './testing.ts'

const clock = {
  now: () => Instant.parse('2026-03-02T10:00:00.000Z'),
  today: () => PlainDate.parse('2026-03-02'),
}
const area = randomUUID() as AreaId
const person = givenPerson(['coordinator'], area)

describe('events between two services', () => {
  let publisherSide: TestDatabase
  let subscriberSide: TestDatabase
  beforeAll(async () => {
    publisherSide = await givenServiceDatabase('intake', everySchema)
    subscriberSide = await givenServiceDatabase('case-review', everySchema)
  })
  afterAll(async () => {
    await publisherSide.drop()
    await subscriberSide.drop()
  })

  test('a published event is heard once, however often it is delivered', async () => {
    const subject = randomUUID()
    await publisherSide.database.transaction(person, async (tx) => {
      await publisherOf('intake', clock).publish(tx, person, area, {
        type: 'notification.received.v1',
        subject,
        payload: { notificationId: subject as never, receivedOn: PlainDate.parse('2026-03-02') },
      })
      await auditOf('intake', clock).record(tx, person, area, {
        action: 'notification.submit',
        object: { kind: 'notification', id: subject },
      })
    })
    let heard = 0
    const send = async (_: unknown, actor: never, events: readonly EventEnvelope[]) => {
      await subscriberSide.database.transaction(actor, (tx) =>
        receive(
          tx,
          { service: 'case-review', clock },
          {
            'notification.received.v1': async () => {
              heard += 1
            },
          },
          { actor, parts: {}, input: { publisher: 'intake', events: [...events] } },
        ),
      )
    }
    const delivery: Delivery = {
      database: publisherSide.database,
      service: 'intake',
      clock,
      send: send as never,
      maxAttempts: 3,
    }
    expect(await deliver(delivery, { areaId: area, subject, subscriber: 'case-review' })).toBe('delivered')
    expect(await deliver(delivery, { areaId: area, subject, subscriber: 'case-review' })).toBe('delivered')
    expect(heard).toBe(1)
    const jobs = await publisherSide.look`select key from intake_jobs.jobs`
    expect(jobs).toHaveLength(2)
    expect(await sealEntries(publisherSide.database, 'intake', clock)).toBe(1)
    expect((await verifyAudit(publisherSide.look, 'intake', clock.now())).faults).toEqual([])
  })
})
