import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '@cdop/database/testing'
import { givenPerson } from '@cdop/database/testing'
import {
  AreaId,
  caseReference,
  eventPayloads,
  Instant,
  type NewEvent,
  NotificationId,
  PlainDate,
} from '@cdop/domain'
import type { Delivery, Send } from './deliver.ts'
import { publisherOf } from './publish.ts'
import { receive, type Subscriptions } from './receive.ts'
import { everySchema } from './schema.ts'
import { givenServiceDatabase } from './testing.ts'

export const clock = {
  now: () => Instant.parse('2026-03-02T10:00:00.000Z'),
  today: () => PlainDate.parse('2026-03-02'),
}

/** Intake publishes, case-review hears and writes down what it heard. */
export type TwoServices = {
  intake: TestDatabase
  caseReview: TestDatabase
  areaId: AreaId
  person: ReturnType<typeof givenPerson>
  /** Subjects in the order their events had an effect. */
  heard: string[]
  send: Send
  delivery: Delivery
  publish(...events: readonly NewEvent[]): Promise<void>
  stream(subject: string): { areaId: AreaId; subject: string; subscriber: 'case-review' }
  drop(): Promise<void>
}

/** An event case-review and reporting act on. */
export function accepted(subject: string): NewEvent {
  return {
    type: 'notification.accepted.v1',
    subject,
    payload: eventPayloads['notification.accepted.v1'].parse({
      caseId: subject,
      caseReference: caseReference('LDS', 2026, new Uint8Array(6)),
      notificationId: randomUUID(),
      receivedOn: clock.today(),
      diedOn: clock.today(),
      ageBand: '1-4y',
      sex: 'female',
      ethnicCategory: 'A',
      placeOfDeath: 'hospice',
      expectedness: 'expected',
      localAuthority: 'E08000035',
      jarTriggers: [],
      formVersion: '2026-04-01',
      completeness: {},
    }),
  }
}

/** An event nobody acts on. */
export function received(subject: string): NewEvent {
  return {
    type: 'notification.received.v1',
    subject,
    payload: { notificationId: NotificationId.parse(subject), receivedOn: clock.today() },
  }
}

export async function givenTwoServices(): Promise<TwoServices> {
  const intake = await givenServiceDatabase('intake', everySchema)
  const caseReview = await givenServiceDatabase('case-review', everySchema)
  const areaId = AreaId.parse(randomUUID())
  const person = givenPerson(['coordinator'], areaId)
  const heard: string[] = []
  const subscriptions: Subscriptions<object> = {
    'notification.accepted.v1': async (_tx, { event }) => {
      heard.push(event.subject)
    },
  }
  const send: Send = (_subscriber, actor, events) =>
    caseReview.database.transaction(actor, (tx) =>
      receive(tx, { service: 'case-review', clock }, subscriptions, {
        actor,
        parts: {},
        input: { publisher: 'intake', events: [...events] },
      }),
    )
  return {
    intake,
    caseReview,
    areaId,
    person,
    heard,
    send,
    delivery: { database: intake.database, service: 'intake', clock, send, maxAttempts: 3 },
    publish: (...events) =>
      intake.database.transaction(person, (tx) =>
        publisherOf('intake', clock).publish(tx, person, areaId, ...events),
      ),
    stream: (subject) => ({ areaId, subject, subscriber: 'case-review' }),
    async drop() {
      await intake.drop()
      await caseReview.drop()
    },
  }
}
