import type { Db } from '@cdop/database'
import {
  type AreaId,
  householdKinds,
  type Instant,
  type NotificationId,
  type PersonId,
  type PlainDate,
  type RelatedDecision,
  type RelatedGround,
  RelatedId,
  type Relation,
} from '@cdop/domain'

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
