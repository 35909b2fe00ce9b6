import type { Db } from '@cdop/database'
import {
  type AreaId,
  DuplicateReviewState,
  householdKinds,
  type Instant,
  NotificationId,
  type PersonId,
  type PlainDate,
  type RelatedDecision,
  type RelatedGround,
  RelatedId,
  type Relation,
} from '@cdop/domain'
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

/** What a pair may be to each other. */
export type ProposedRelation = Relation & { id: string; pair: readonly [NotificationId, NotificationId] }

/**
 * Proposes relations. One that was decided stays as it is; one that had lapsed is proposed again.
 * @returns the ids of those that are proposals now and were none before
 */
export async function proposeRelations(
  tx: Db,
  areaId: AreaId,
  proposed: readonly ProposedRelation[],
  at: Instant,
): Promise<RelatedId[]> {
  const rows = proposed.map(({ id, pair: [one, other], kind, reasons }) => {
    const [first, second] = one < other ? [one, other] : [other, one]
    return { id, first, second, kind, reasons: [...reasons] }
  })
  const found = await tx`
    insert into intake.related_children
      (area_id, id, first_notification_id, second_notification_id, kind, reasons, state, proposed_at)
    select ${areaId}, p.id, p.first, p.second, p.kind, p.reasons, 'proposed', ${at}
    from jsonb_to_recordset(${tx.json(rows)}) as p (id uuid, first uuid, second uuid, kind text, reasons jsonb)
    on conflict (area_id, first_notification_id, second_notification_id, kind) do update
    set reasons = excluded.reasons, state = 'proposed'
    where related_children.state in ('proposed', 'lapsed')
      and (related_children.state = 'lapsed' or related_children.reasons <> excluded.reasons)
    returning id
  `
  return found.map((row) => RelatedId.parse(row['id']))
}

/** Proposals about a record, or about it and one other, that the records no longer say lapse. */
export async function lapseRelations(
  tx: Db,
  areaId: AreaId,
  [notificationId, other]: readonly [NotificationId, NotificationId | null],
  still: readonly ProposedRelation[],
): Promise<void> {
  const kept = still.map(({ pair, kind }) => `${[...pair].sort().join(' ')} ${kind}`)
  await tx`
    update intake.related_children set state = 'lapsed'
    where area_id = ${areaId} and state = 'proposed'
      and ${notificationId}::uuid in (first_notification_id, second_notification_id)
      and (${other}::uuid is null or ${other}::uuid in (first_notification_id, second_notification_id))
      and first_notification_id || ' ' || second_notification_id || ' ' || kind <> all (${kept}::text[])
  `
}

/**
 * Marks that the designated doctor is to be told of a relation, once for two children: not again of a pair they heard of
 * as another kind, not of a repeat that may be of a child they heard of, and not of two deaths before `since`.
 * @returns false when they are not to be told
 */
export async function markTold(
  tx: Db,
  areaId: AreaId,
  relatedId: RelatedId,
  { at, since }: { at: Instant; since: PlainDate },
): Promise<boolean> {
  const marked = await tx`
    update intake.related_children r set told_at = ${at}
    where r.area_id = ${areaId} and r.id = ${relatedId} and r.told_at is null
      and r.state = 'proposed' and r.kind = any (${[...householdKinds]}::text[])
      and exists (
        select from intake.notifications n
        where n.area_id = ${areaId} and n.id in (r.first_notification_id, r.second_notification_id)
          and n.died_on >= ${since}
      )
      and not exists (
        select from intake.related_children o
        where o.area_id = ${areaId} and o.told_at is not null
          and o.first_notification_id = r.first_notification_id
          and o.second_notification_id = r.second_notification_id
      )
      and not exists (
        select from (values
          (r.first_notification_id, r.second_notification_id), (r.second_notification_id, r.first_notification_id)
        ) as v (repeated, kept)
        join lateral (
          select candidate_notification_id as earlier from intake.duplicate_reviews
          where area_id = ${areaId} and candidate_area_id = ${areaId} and notification_id = v.repeated
            and state <> 'different'
          union all
          select notification_id from intake.duplicate_reviews
          where area_id = ${areaId} and candidate_area_id = ${areaId} and candidate_notification_id = v.repeated
            and state <> 'different'
        ) d on true
        join intake.related_children o on o.area_id = ${areaId} and o.told_at is not null
          and o.first_notification_id = least(d.earlier, v.kept)
          and o.second_notification_id = greatest(d.earlier, v.kept)
      )
    returning 1
  `
  return marked.length > 0
}

/** Writes down what was decided. */
export async function saveRelatedDecision(
  tx: Db,
  areaId: AreaId,
  relatedId: RelatedId,
  decided: { state: RelatedDecision; ground: RelatedGround; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update intake.related_children
    set state = ${decided.state}, ground = ${decided.ground}, decided_by = ${decided.by}, decided_at = ${decided.at}
    where area_id = ${areaId} and id = ${relatedId}
  `
}

/** Writes down, once, that a person has seen it. */
export async function saveSeen(
  tx: Db,
  areaId: AreaId,
  relatedId: RelatedId,
  seen: { by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into intake.related_seen (area_id, related_id, person_id, seen_at)
    values (${areaId}, ${relatedId}, ${seen.by}, ${seen.at})
    on conflict do nothing
  `
}
