import type { Db } from '@cdop/database'
import { type AreaId, type Instant, NotificationDoor, type NotificationState } from '@cdop/domain'
import { z } from 'zod'
import { toldNationally } from './notify-clocks.ts'

/** The lists of notifications a coordinator keeps. */
export const QueueView = z.enum([
  'to-decide',
  'waiting',
  'accepted',
  'out-of-scope',
  'merged',
  'transferred',
  'reported-in-error',
  'all',
])
export type QueueView = z.infer<typeof QueueView>

/** What has to happen before an undecided notification can become a case. */
export const WaitingFor = z.enum(['scope', 'duplicate', 'answers', 'transfer'])
export type WaitingFor = z.infer<typeof WaitingFor>

const always = (tx: Db) => tx`true`
/** A piece of a statement. */
type Condition = ReturnType<typeof always>

const some = <Code extends z.ZodType>(code: Code) => z.array(code).max(20).prefault([])

/** Narrows a list: of each kind any one of the codes; none chosen means any. */
export const QueueFilter = z.strictObject({
  waitingFor: some(WaitingFor),
  doors: some(NotificationDoor),
  /** By NOTIFY_CDOP. */
  received: some(z.enum(['on-time', 'late'])),
  /** By NOTIFY_NCMD: not told yet and still in time, not told yet and late, or told. */
  national: some(z.enum(['due', 'late', 'told'])),
})
export type QueueFilter = z.infer<typeof QueueFilter>

const stateOf: Readonly<Partial<Record<QueueView, NotificationState>>> = {
  'to-decide': 'received',
  accepted: 'accepted',
  'out-of-scope': 'out-of-scope',
  merged: 'duplicate',
  transferred: 'transferred',
  'reported-in-error': 'reported-in-error',
}

/**
 * `undecided`: records that may be of one child with another record, and are not one record with it yet. `offered`:
 * records another area was asked to take.
 */
export const queueLists = (tx: Db, areaId: AreaId) => tx`
  undecided as materialized (
    select u.id
    from intake.duplicate_reviews r
    cross join lateral unnest(
      array[r.notification_id] || case when r.candidate_area_id = r.area_id then r.candidate_notification_id end
    ) u (id)
    where r.area_id = ${areaId}
      and (
        r.state = 'open' or (
          r.state = 'same' and not exists (
            select from intake.merges m
            where m.area_id = r.area_id and m.review_id = r.id and m.state = 'confirmed'
          )
        )
      )
      and (
        r.candidate_area_id <> r.area_id
        or intake.standing(r.area_id, r.notification_id) <> intake.standing(r.area_id, r.candidate_notification_id)
      )
  ), offered as materialized (
    select t.notification_id as id from intake.transfers t
    where t.area_id = ${areaId} and t.side = 'asking' and t.state in ('requested', 'accepted')
  )
`

/** That a notification `n` waits for something, over `queueLists`. */
export const waitsFor: Readonly<Record<WaitingFor, (tx: Db) => Condition>> = {
  scope: (tx) => tx`(n.state = 'received' and n.scope_pending)`,
  duplicate: (tx) => tx`(n.state = 'received' and n.id in (select id from undecided))`,
  answers: (tx) => tx`(n.state = 'received' and n.incomplete)`,
  transfer: (tx) => tx`(n.state = 'received' and n.id in (select id from offered))`,
}

/** That the national database is still to hear of a death. */
export const owedNationally = (tx: Db) =>
  tx`(n.state = any (${[...toldNationally]}) and n.national_told_on is null)`

const any = (tx: Db, [first, ...others]: readonly Condition[]) =>
  first === undefined
    ? tx`true`
    : tx`(${others.reduce((list, next) => tx`${list} or ${next}`, tx`${first}`)})`

/** The condition on `notifications n` that makes a notification part of a view. */
export function inQueueView(tx: Db, view: QueueView) {
  const state = stateOf[view]
  if (state !== undefined) return tx`n.state = ${state}`
  if (view === 'waiting')
    return any(
      tx,
      WaitingFor.options.map((one) => waitsFor[one](tx)),
    )
  // What was reported in error is in no list but its own.
  return tx`n.state <> 'reported-in-error'`
}

/** The condition on `notifications n` that a filter sets. */
export function inFilter(tx: Db, filter: QueueFilter, now: Instant) {
  const { waitingFor, doors, received, national } = filter
  const late = tx`(n.received_from > n.known_by + n.notify_within_hours * interval '1 hour')`
  const overdue = tx`(n.died_by + n.national_within_hours * interval '1 hour' < ${now}::timestamptz)`
  const nationally = {
    due: tx`(${owedNationally(tx)} and not ${overdue})`,
    late: tx`(${owedNationally(tx)} and ${overdue})`,
    told: tx`(n.national_told_on is not null)`,
  }
  return tx`
    ${any(
      tx,
      waitingFor.map((one) => waitsFor[one](tx)),
    )}
    and ${doors.length === 0 ? tx`true` : tx`n.door = any (${[...doors]})`}
    and ${any(
      tx,
      received.map((one) => (one === 'late' ? late : tx`not ${late}`)),
    )}
    and ${any(
      tx,
      national.map((one) => nationally[one]),
    )}
  `
}
