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

async function lockCursor(tx: Db, schema: string, job: DeliverJob): Promise<Cursor> {
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

/** What one attempt came to: `delivered` everything there was, `waiting` for another try, or `quarantined`. */
export type DeliveryOutcome = 'delivered' | 'waiting' | 'quarantined'

/**
 * Brings a subscriber everything it has not heard of one subject, in order. The cursor moves only after the
 * subscriber has committed, so a crash in between means the events are sent again, and heard once.
 */
export async function deliver(delivery: Delivery, job: DeliverJob): Promise<DeliveryOutcome> {
  const { database, service, clock } = delivery
  const schema = schemaOf(service)
  const actor: ServiceActor = {
    kind: 'service',
    service,
    areaId: job.areaId,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  }
  for (;;) {
    const next = await database.transaction(actor, async (tx) => {
      const cursor = await lockCursor(tx, schema, job)
      if (cursor.quarantinedAt !== null) return { quarantined: true, events: [] }
      return { quarantined: false, events: await waiting(tx, schema, job, cursor.nextVersion) }
    })
    if (next.quarantined) return 'quarantined'
    const last = next.events.at(-1)
    if (last === undefined) return 'delivered'
    try {
      await delivery.send(job.subscriber, actor, next.events)
    } catch (thrown) {
      return database.transaction(actor, async (tx) => {
        const [row] = await tx<{ attempts: number }[]>`
          update ${tx(schema)}.deliveries set attempts = attempts + 1, reason = ${reasonOf(thrown)}
          where area_id = ${job.areaId} and subscriber = ${job.subscriber} and subject = ${job.subject}
          returning attempts
        `
        if ((row?.attempts ?? 0) < delivery.maxAttempts) return 'waiting'
        await tx`
          update ${tx(schema)}.deliveries set quarantined_at = ${clock.now()}
          where area_id = ${job.areaId} and subscriber = ${job.subscriber} and subject = ${job.subject}
        `
        return 'quarantined'
      })
    }
    await database.transaction(
      actor,
      (tx) => tx`
        update ${tx(schema)}.deliveries
        set next_version = greatest(next_version, ${last.version + 1}), attempts = 0, reason = null
        where area_id = ${job.areaId} and subscriber = ${job.subscriber} and subject = ${job.subject}
      `,
    )
  }
}
