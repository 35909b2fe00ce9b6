import type { Db } from '@cdop/database'
import {
  type Clock,
  type DomainEvent,
  EventEnvelope,
  type EventType,
  type HeardBy,
  parseEvent,
  publisherOfType,
  Refusal,
  type ServiceActor,
  ServiceName,
  schemaOf,
} from '@cdop/domain'
import { z } from 'zod'

type Heard<Parts, Type extends EventType> = {
  actor: ServiceActor
  event: Extract<DomainEvent, { type: Type }>
  parts: Parts
}

/** One use case per event type; types without one are skipped. */
export type Subscriptions<Parts> = {
  [Type in EventType]?: (tx: Db, heard: Heard<Parts, Type>) => Promise<void>
}

/** A service's subscriptions: exactly the types it is told of (`hearersOf`). */
export type SubscriptionsOf<Service extends ServiceName, Parts> = {
  [Type in HeardBy<Service>]: (tx: Db, heard: Heard<Parts, Type>) => Promise<void>
}

export const ReceiveInput = z.strictObject({
  publisher: ServiceName,
  events: z.array(EventEnvelope).min(1).max(50),
})
export type ReceiveInput = z.infer<typeof ReceiveInput>

type Inbox = { service: ServiceName; clock: Clock }

async function enter(tx: Db, schema: string, publisher: ServiceName, event: EventEnvelope, clock: Clock) {
  const inserted = await tx`
    insert into ${tx(schema)}.inbox (area_id, event_id, publisher, subject, version, received_at)
    values (${event.areaId}, ${event.id}, ${publisher}, ${event.subject}, ${event.version}, ${clock.now()})
    on conflict do nothing returning event_id
  `
  return inserted.length === 1
}

async function heardUpTo(
  tx: Db,
  schema: string,
  publisher: ServiceName,
  event: EventEnvelope,
): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    select coalesce(max(version), 0) as version from ${tx(schema)}.inbox
    where area_id = ${event.areaId} and publisher = ${publisher} and subject = ${event.subject}
  `
  return row?.version ?? 0
}

/**
 * Hears events: each is entered in the inbox and has its effect in one transaction, so twice is once; an event that
 * comes before an earlier one of its subject is refused until that one has come.
 * @throws Refusal `event-out-of-order`; `forbidden` when it is another service's to say
 */
export async function receive<Parts>(
  tx: Db,
  inbox: Inbox,
  subscriptions: Subscriptions<Parts>,
  heard: { actor: ServiceActor; parts: Parts; input: ReceiveInput },
): Promise<void> {
  const schema = schemaOf(inbox.service)
  const { publisher, events } = heard.input
  for (const envelope of events) {
    if (envelope.areaId !== heard.actor.areaId || publisher !== heard.actor.service)
      throw new Refusal('forbidden')
    if (publisherOfType[envelope.type] !== publisher) throw new Refusal('forbidden')
    const before = await heardUpTo(tx, schema, publisher, envelope)
    if (envelope.version <= before) continue
    if (envelope.version > before + 1) throw new Refusal('event-out-of-order')
    if (!(await enter(tx, schema, publisher, envelope, inbox.clock))) continue
    await apply(tx, subscriptions, heard, parseEvent(envelope))
  }
}

async function apply<Parts>(
  tx: Db,
  subscriptions: Subscriptions<Parts>,
  heard: { actor: ServiceActor; parts: Parts },
  event: DomainEvent,
): Promise<void> {
  const subscribed = subscriptions[event.type] as
    | ((tx: Db, heard: { actor: ServiceActor; event: DomainEvent; parts: Parts }) => Promise<void>)
    | undefined
  await subscribed?.(tx, { actor: heard.actor, event, parts: heard.parts })
}
