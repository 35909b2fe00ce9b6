import type { Db } from '@cdop/database'
import { type AreaId, DuplicateReviewState, NotificationId } from '@cdop/domain'
import { z } from 'zod'

export type KeyedRecord = {
  areaId: AreaId
  notificationId: NotificationId
  /** Sealed under the key of the notification. */
  record: Uint8Array
  keys: readonly string[]
}

/** Adds what a child is compared and found by, in one statement. */
export async function saveRelatedRecord(tx: Db, saved: KeyedRecord): Promise<void> {
  const { areaId, notificationId, record, keys } = saved
  await tx`
    with kept as (
      insert into intake.related_records (area_id, notification_id, record)
      values (${areaId}, ${notificationId}, ${Buffer.from(record)})
      on conflict (area_id, notification_id) do update set record = excluded.record
    )
    insert into intake.related_keys (area_id, key, notification_id)
    select ${areaId}, key, ${notificationId} from unnest(${[...keys]}::bigint[]) key
    on conflict do nothing
  `
}

/** Takes away what a child is found by, but for what it is found by now. */
export async function forgetRelatedKeys(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  but: readonly string[],
): Promise<void> {
  await tx`
    delete from intake.related_keys
    where area_id = ${areaId} and notification_id = ${notificationId} and key <> all (${[...but]}::bigint[])
  `
}

const Candidate = z.object({
  notificationId: NotificationId,
  record: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  /** What was said of whether the two are one child; null when nobody asked. */
  review: DuplicateReviewState.nullable(),
})
export type RelatedCandidate = z.infer<typeof Candidate>

/** Of one key so many are looked at: the address of a large home is shared by many. */
const PER_KEY = 100
const MOST = 50

const justOne = (tx: Db, notificationId: NotificationId) => tx`
  select ${notificationId}::uuid as notification_id
`
/** A query for the ids of notifications. */
type Ids = ReturnType<typeof justOne>

/**
 * The record of each of some notifications, and what was said of whether it is the same child as another. Each is looked
 * up by itself: joined, the planner, who expects one row of an area under row security, would read all of it.
 */
const recordsOf = (tx: Db, areaId: AreaId, some: Ids, notificationId: NotificationId) => tx`
  select f.notification_id, r.record, k.wrapped, (
    select d.state from (
      select state from intake.duplicate_reviews
      where area_id = ${areaId} and notification_id = f.notification_id
        and candidate_area_id = ${areaId} and candidate_notification_id = ${notificationId}
      union all
      select state from intake.duplicate_reviews
      where area_id = ${areaId} and notification_id = ${notificationId}
        and candidate_area_id = ${areaId} and candidate_notification_id = f.notification_id
    ) d limit 1
  ) as review
  from (${some}) f
  cross join lateral (
    select record from intake.related_records
    where area_id = ${areaId} and notification_id = f.notification_id limit 1
  ) r
  cross join lateral (
    select wrapped from intake.data_keys where area_id = ${areaId} and subject = f.notification_id limit 1
  ) k
`

/** Records of the area that share a key, those that share most first, at most 50; no other record of the same child. */
export async function relatedCandidates(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  hashes: readonly string[],
): Promise<readonly RelatedCandidate[]> {
  const shared = tx`
    select s.notification_id
    from unnest(${[...hashes]}::bigint[]) as h (key)
    cross join lateral (
      select notification_id from intake.related_keys where area_id = ${areaId} and key = h.key limit ${PER_KEY}
    ) s
    where s.notification_id <> ${notificationId}
    group by s.notification_id
    order by count(*) desc, s.notification_id
    limit ${MOST}
  `
  const rows = await tx`
    select c.* from (${recordsOf(tx, areaId, shared, notificationId)}) c
    cross join lateral (
      select state from intake.notifications where area_id = ${areaId} and id = c.notification_id limit 1
    ) n
    where n.state not in ('reported-in-error', 'transferred')
      and intake.standing(${areaId}, c.notification_id) <> intake.standing(${areaId}, ${notificationId})
  `
  return rows.map((row) => Candidate.parse(row))
}

/** One record to compare another with; null when there is none of it. */
export async function relatedCandidate(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  other: NotificationId,
): Promise<RelatedCandidate | null> {
  const [row] = await recordsOf(tx, areaId, justOne(tx, notificationId), other)
  return row === undefined ? null : Candidate.parse(row)
}

/** What a child is compared by; null when it is compared no more. */
export async function findRelatedRecord(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<Pick<RelatedCandidate, 'notificationId' | 'record' | 'wrapped'> | null> {
  return relatedCandidate(tx, areaId, notificationId, notificationId)
}

/** Takes away what a child is compared and found by: it was no death, or is another area's now. */
export async function forgetRelatedRecord(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<void> {
  await tx`
    with keys as (
      delete from intake.related_keys where area_id = ${areaId} and notification_id = ${notificationId}
    )
    delete from intake.related_records where area_id = ${areaId} and notification_id = ${notificationId}
  `
}
