import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaseReference,
  Instant,
  NotificationId,
  PersonId,
  PlainDate,
  Refusal,
  RelatedGround,
  RelatedId,
  RelatedKind,
  RelatedReason,
  RelatedState,
} from '@cdop/domain'
import { z } from 'zod'

const RelatedChild = z.strictObject({
  notificationId: NotificationId,
  receivedOn: PlainDate,
  diedOn: PlainDate,
  /** The case of the child: whoever may not see it is not to see the relation. */
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
})

/** Two children who died and what they may be to each other, without a name. */
export const RelatedRow = z.strictObject({
  relatedId: RelatedId,
  kind: RelatedKind,
  reasons: z.array(RelatedReason),
  state: RelatedState,
  proposedAt: Instant,
  ground: RelatedGround.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: PersonId.nullable(),
  /** When the designated doctor was to be told; null where it is no news to them. */
  toldAt: Instant.nullable(),
  /** Who has said that they saw it. */
  seenBy: z.array(PersonId),
  children: z.tuple([RelatedChild, RelatedChild]),
})
export type RelatedRow = z.infer<typeof RelatedRow>

/** Rows in one answer. */
const MOST = 200

/** Which relations of an area: those about some records, one by its id, or all. */
type Which = { about: readonly NotificationId[] } | { relatedId: RelatedId } | 'all'

/**
 * Relations of an area as they stand: records that were merged stand as what they were merged into, a pair that has
 * become one child, or may be one, is not there, what two people were shown twice stands once, and a report in error or
 * a record that went to another area is gone.
 */
function standing(tx: Db, areaId: AreaId, which: Which) {
  const chosen =
    which === 'all'
      ? tx`true`
      : 'relatedId' in which
        ? tx`r.id = ${which.relatedId}`
        : tx`(r.first_notification_id = any (${[...which.about]}::uuid[])
            or r.second_notification_id = any (${[...which.about]}::uuid[]))`
  return tx`
    select distinct on (least(a.id, b.id), greatest(a.id, b.id), r.kind)
      r.id as related_id, r.kind, r.reasons, r.state, r.proposed_at, r.ground, r.decided_at, r.decided_by, r.told_at,
      (
        select coalesce(jsonb_agg(s.person_id order by s.seen_at), '[]') from intake.related_seen s
        where s.area_id = ${areaId} and s.related_id = r.id
      ) as seen_by,
      jsonb_build_array(
        jsonb_build_object('notificationId', a.id, 'receivedOn', a.received_on, 'diedOn', a.died_on,
          'caseId', ac.case_id, 'caseReference', ac.reference),
        jsonb_build_object('notificationId', b.id, 'receivedOn', b.received_on, 'diedOn', b.died_on,
          'caseId', bc.case_id, 'caseReference', bc.reference)
      ) as children
    from intake.related_children r
    cross join lateral (
      select id, received_on, died_on, state, case_id from intake.notifications
      where area_id = ${areaId} and id = (select intake.standing(${areaId}, r.first_notification_id)) limit 1
    ) a
    cross join lateral (
      select id, received_on, died_on, state, case_id from intake.notifications
      where area_id = ${areaId} and id = (select intake.standing(${areaId}, r.second_notification_id)) limit 1
    ) b
    left join intake.cases ac on ac.area_id = ${areaId} and ac.case_id = a.case_id
    left join intake.cases bc on bc.area_id = ${areaId} and bc.case_id = b.case_id
    where r.area_id = ${areaId} and ${chosen} and a.id <> b.id
      and a.state not in ('reported-in-error', 'transferred') and b.state not in ('reported-in-error', 'transferred')
      and (r.state <> 'proposed' or not exists (
        select from intake.duplicate_reviews d
        where d.area_id = ${areaId} and d.candidate_area_id = ${areaId} and d.state <> 'different'
          and (
            d.notification_id = r.first_notification_id and d.candidate_notification_id = r.second_notification_id
            or d.notification_id = r.second_notification_id and d.candidate_notification_id = r.first_notification_id
          )
      ))
    order by least(a.id, b.id), greatest(a.id, b.id), r.kind,
      r.state in ('confirmed', 'dismissed') desc, r.state = 'lapsed', r.proposed_at, r.id
  `
}

/** Relations of an area in a state, the newest first. */
export async function relatedInState(tx: Db, areaId: AreaId, state: RelatedState): Promise<RelatedRow[]> {
  const rows = await tx`
    select * from (${standing(tx, areaId, 'all')}) s
    where s.state = ${state} order by s.proposed_at desc, s.related_id limit ${MOST}
  `
  return rows.map((row) => RelatedRow.parse(row))
}

/** Deaths in a household that a person was to be told of and has not said to have seen, the longest first. */
export async function relatedUnseenBy(tx: Db, areaId: AreaId, personId: PersonId): Promise<RelatedRow[]> {
  const rows = await tx`
    select * from (${standing(tx, areaId, 'all')}) s
    where s.told_at is not null and s.state in ('proposed', 'confirmed')
      and not s.seen_by ? ${personId}
    order by s.told_at, s.related_id limit ${MOST}
  `
  return rows.map((row) => RelatedRow.parse(row))
}

/** Relations of some records, but for those that lapsed. */
export async function relatedTo(
  tx: Db,
  areaId: AreaId,
  about: readonly NotificationId[],
): Promise<RelatedRow[]> {
  if (about.length === 0) return []
  const rows = await tx`
    select * from (${standing(tx, areaId, { about })}) s
    where s.state <> 'lapsed' order by s.proposed_at, s.related_id limit ${MOST}
  `
  return rows.map((row) => RelatedRow.parse(row))
}

/** @throws Refusal `not-found`, also to an actor of another area, and of a pair that has become one child */
export async function findRelated(
  tx: Db,
  areaId: AreaId,
  relatedId: RelatedId,
  { lock = false }: { lock?: boolean } = {},
): Promise<RelatedRow> {
  if (lock) {
    await tx`select 1 from intake.related_children where area_id = ${areaId} and id = ${relatedId} for update`
  }
  const [row] = await tx`${standing(tx, areaId, { relatedId })}`
  if (row === undefined) throw new Refusal('not-found')
  return RelatedRow.parse(row)
}

/** The cases without a pass for which nothing of a relation is shown or decided. */
export function casesOfRelated({ children }: RelatedRow): CaseId[] {
  return children.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
}
