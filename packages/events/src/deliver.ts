import { randomUUID } from 'node:crypto'
import { type Database, DatabaseError, type Db } from '@cdop/database'
import {
  type Clock,
  EventEnvelope,
  Refusal,
  RequestId,
  type ServiceActor,
  type ServiceName,
  schemaOf,
} from '@cdop/domain'
import type { DeliverJob } from './deliver-job.ts'

/** Hands events of one subject, in order, to a subscriber. Resolves when the subscriber has committed them. */
export type Send = (
  subscriber: ServiceName,
  actor: ServiceActor,
  events: readonly EventEnvelope[],
) => Promise<void>

export type Delivery = {
  database: Database
  service: ServiceName
  clock: Clock
  send: Send
  /** Failures in a row before the subject's stream to this subscriber is set aside for a person. */
  maxAttempts: number
}

/** At most this many events go in one call. */
const BATCH = 50

type Cursor = { nextVersion: number; attempts: number; quarantinedAt: string | null }

async function cursorOf(tx: Db, schema: string, job: DeliverJob): Promise<Cursor> {
  await tx`
    insert into ${tx(schema)}.deliveries (area_id, subscriber, subject)
    values (${job.areaId}, ${job.subscriber}, ${job.subject}) on conflict do nothing
  `
  const [cursor] = await tx<Cursor[]>`
    select next_version, attempts, quarantined_at from ${tx(schema)}.deliveries
    where area_id = ${job.areaId} and subscriber = ${job.subscriber} and subject = ${job.subject}
  `
  if (cursor === undefined) throw new Refusal('not-found')
  return cursor
}

async function waiting(
  tx: Db,
  schema: string,
  job: DeliverJob,
  from: number,
): Promise<readonly EventEnvelope[]> {
  const rows = await tx`
    select id, area_id, subject, version, type, payload, recorded_at, request_id from ${tx(schema)}.events
    where area_id = ${job.areaId} and subject = ${job.subject} and version >= ${from}
    order by version limit ${BATCH}
  `
  return rows.map((row) => EventEnvelope.parse(row))
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof Refusal) return thrown.code
  if (thrown instanceof DatabaseError) return thrown.message
  return thrown instanceof Error ? thrown.name : 'unknown'
}

/**
 * What it came to: `delivered` everything there was, `waiting` for another try, or `quarantined` for a person.
 * `attempts` counts the failures in a row.
 */
export type DeliveryOutcome = { state: 'delivered' | 'waiting' | 'quarantined'; attempts: number }

/**
 * Brings a subscriber everything it has not heard of one subject, in order. The cursor moves only after the
 * subscriber has committed, so a crash in between means the events are sent again, and heard once.
 */
export async function deliver(delivery: Delivery, job: DeliverJob): Promise<DeliveryOutcome> {
  const { database, service } = delivery
  const schema = schemaOf(service)
  const actor: ServiceActor = {
    kind: 'service',
    service,
    areaId: job.areaId,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  }
  for (;;) {
    const { cursor, events } = await database.transaction(actor, async (tx) => {
      const held = await cursorOf(tx, schema, job)
      const stopped = held.quarantinedAt !== null
      return { cursor: held, events: stopped ? [] : await waiting(tx, schema, job, held.nextVersion) }
    })
    if (cursor.quarantinedAt !== null) return { state: 'quarantined', attempts: cursor.attempts }
    const last = events.at(-1)
    if (last === undefined) return { state: 'delivered', attempts: 0 }
    try {
      await delivery.send(job.subscriber, actor, events)
    } catch (thrown) {
      return database.transaction(actor, (tx) => noteFailure(tx, delivery, job, thrown))
    }
    // Only from where it stood: a replay that set the cursor back in the meantime must not be undone.
    await database.transaction(
      actor,
      (tx) => tx`
        update ${tx(schema)}.deliveries
        set next_version = ${last.version + 1}, attempts = 0, reason = null
        where area_id = ${job.areaId} and subscriber = ${job.subscriber} and subject = ${job.subject}
          and next_version = ${cursor.nextVersion}
      `,
    )
  }
}

/** A subscriber that lacks an earlier event gets the whole stream again: what it has heard, it skips. */
async function noteFailure(
  tx: Db,
  delivery: Delivery,
  job: DeliverJob,
  thrown: unknown,
): Promise<DeliveryOutcome> {
  const early = thrown instanceof Refusal && thrown.code === 'event-out-of-order'
  const [row] = await tx<{ attempts: number }[]>`
    update ${tx(schemaOf(delivery.service))}.deliveries
    set attempts = attempts + 1, reason = ${reasonOf(thrown)},
        next_version = case when ${early} then 1 else next_version end,
        quarantined_at = case when attempts + 1 >= ${delivery.maxAttempts} then ${delivery.clock.now()}::timestamptz end
    where area_id = ${job.areaId} and subscriber = ${job.subscriber} and subject = ${job.subject}
    returning attempts
  `
  const attempts = row?.attempts ?? 0
  return { state: attempts < delivery.maxAttempts ? 'waiting' : 'quarantined', attempts }
}
