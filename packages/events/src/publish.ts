import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  type Clock,
  type EventType,
  eventPayloads,
  hearersOf,
  type NewEvent,
  type ServiceName,
  schemaOf,
  subscribersOf,
} from '@cdop/domain'
import { DELIVER, type DeliverJob, deliverJobKey } from './deliver-job.ts'
import { jobSchemaOf } from './migrate-jobs.ts'

/** Publishes a service's events. */
export interface Publisher {
  /**
   * Adds events to the log in the transaction of the change they tell of, and when it commits wakes delivery to
   * those who act on one of them.
   * @throws ZodError when a payload is not what its type says
   */
  publish(tx: Db, actor: Actor, areaId: AreaId, ...events: readonly NewEvent[]): Promise<void>
}

function hears(service: ServiceName, type: EventType): boolean {
  const hearers: readonly ServiceName[] = hearersOf[type]
  return hearers.includes(service)
}

export function publisherOf(service: ServiceName, clock: Clock): Publisher {
  const schema = schemaOf(service)
  const jobs = jobSchemaOf(schema)
  return {
    async publish(tx, actor, areaId, ...events) {
      const subjects = [...new Set(events.map((event) => event.subject))].sort()
      // One publisher of a subject at a time, so that versions have no gap and nobody fails over a number already
      // taken; in one order, so that two publishers of several subjects do not wait for each other.
      for (const subject of subjects) {
        await tx`select pg_advisory_xact_lock(hashtextextended(${`${schema}:${areaId}:${subject}`}, 1))`
      }
      for (const event of events) {
        const payload = eventPayloads[event.type].parse(event.payload)
        await tx`
          insert into ${tx(schema)}.events (area_id, id, subject, version, type, payload, recorded_at, request_id)
          select ${areaId}, ${randomUUID()}, ${event.subject}, coalesce(max(version), 0) + 1, ${event.type},
                 ${tx.json(payload)}, ${clock.now()}, ${actor.requestId}
          from ${tx(schema)}.events where area_id = ${areaId} and subject = ${event.subject}
        `
      }
      const woken = subjects.flatMap((subject) => {
        const types = events.filter((event) => event.subject === subject).map((event) => event.type)
        return subscribersOf[service]
          .filter((subscriber) => types.some((type) => hears(subscriber, type)))
          .map((subscriber): DeliverJob => ({ areaId, subject, subscriber }))
      })
      if (woken.length === 0) return
      // All in one statement: a change holds its locks until the last answer of the database.
      await tx`
        select ${tx(jobs)}.add_job(${DELIVER}, payload => job.payload, job_key => job.key)
        from json_to_recordset(${tx.json(woken.map((job) => ({ payload: job, key: deliverJobKey(job) })))}::json)
          as job(payload json, key text)
      `
    },
  }
}
