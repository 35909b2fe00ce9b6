import type { Db } from '@cdop/database'
import {
  type AreaId,
  DuplicateReviewId,
  Instant,
  MergeId,
  MergeState,
  NotificationId,
  PersonId,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'
import { Provenance } from './merged-identity.ts'

/** A merge as it lies in the table, but for the sealed identity. */
export const MergeRow = z.object({
  id: MergeId,
  reviewId: DuplicateReviewId,
  mergedNotificationId: NotificationId,
  survivingNotificationId: NotificationId,
  state: MergeState,
  version: z.int(),
  provenance: Provenance,
  mergedBasedOn: MergeId.nullable(),
  survivingBasedOn: MergeId.nullable(),
  confirmedAs: z.int().nullable(),
  proposedBy: PersonId,
  proposedAt: Instant,
  decidedBy: PersonId.nullable(),
  decidedAt: Instant.nullable(),
  undoneBy: PersonId.nullable(),
  undoneAt: Instant.nullable(),
})
export type MergeRow = z.infer<typeof MergeRow>

const columns = (tx: Db) => tx`
  id, review_id, merged_notification_id, surviving_notification_id, state, version, provenance, merged_based_on,
  surviving_based_on, confirmed_as, proposed_by, proposed_at, decided_by, decided_at, undone_by, undone_at
`

/** One change at a time to what is merged in an area: merges are rare and depend on one another. */
export async function lockMerges(tx: Db, areaId: AreaId): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`intake.merges:${areaId}`}, 0))`
}

/** Keeps both records as they are until the transaction ends. */
export async function lockRecords(tx: Db, areaId: AreaId, ids: readonly NotificationId[]): Promise<void> {
  await tx`
    select id from intake.notifications where area_id = ${areaId} and id = any (${[...ids]}::uuid[])
    order by id for update
  `
}

/** @throws Refusal `not-found`, also to an actor of another area */
export async function findMerge(tx: Db, areaId: AreaId, mergeId: MergeId): Promise<MergeRow> {
  const [row] =
    await tx`select ${columns(tx)} from intake.merges where area_id = ${areaId} and id = ${mergeId}`
  if (row === undefined) throw new Refusal('not-found')
  return MergeRow.parse(row)
}

/** The merge that came of a review and is proposed or in force; null when there is none. */
export async function liveMergeOf(
  tx: Db,
  areaId: AreaId,
  reviewId: DuplicateReviewId,
): Promise<MergeRow | null> {
  const [row] = await tx`
    select ${columns(tx)} from intake.merges
    where area_id = ${areaId} and review_id = ${reviewId} and state in ('proposed', 'confirmed')
  `
  return row === undefined ? null : MergeRow.parse(row)
}

/** Whether a proposal that waits names one of these records. */
export async function proposalWaits(
  tx: Db,
  areaId: AreaId,
  ids: readonly NotificationId[],
): Promise<boolean> {
  const [row] = await tx`
    select exists (
      select from intake.merges
      where area_id = ${areaId} and state = 'proposed'
        and (merged_notification_id = any (${[...ids]}::uuid[]) or surviving_notification_id = any (${[...ids]}::uuid[]))
    ) as waits
  `
  return row?.['waits'] === true
}

/** Whether a record is merged with another one, as either of the two. */
export async function mergeInForce(tx: Db, areaId: AreaId, record: NotificationId): Promise<boolean> {
  const [row] = await tx`
    select exists (
      select from intake.merges
      where area_id = ${areaId} and state = 'confirmed'
        and (merged_notification_id = ${record} or surviving_notification_id = ${record})
    ) as stands
  `
  return row?.['stands'] === true
}

/** @throws Refusal `undo-merge-first` or `merge-under-way` when another record depends on what this one says */
export async function requireUnmerged(tx: Db, areaId: AreaId, record: NotificationId): Promise<void> {
  if (await mergeInForce(tx, areaId, record)) throw new Refusal('undo-merge-first')
  if (await proposalWaits(tx, areaId, [record])) throw new Refusal('merge-under-way')
}

/** Whether the surviving record of a merge was itself merged, or took in another record, later. */
export async function laterMergeStands(tx: Db, areaId: AreaId, merge: MergeRow): Promise<boolean> {
  const survivor = merge.survivingNotificationId
  const [row] = await tx`
    select exists (
      select from intake.merges
      where area_id = ${areaId} and state = 'confirmed' and confirmed_as > ${merge.confirmedAs}
        and (merged_notification_id = ${survivor} or surviving_notification_id = ${survivor})
    ) as stands
  `
  return row?.['stands'] === true
}

export type NewMerge = Pick<
  MergeRow,
  | 'id'
  | 'reviewId'
  | 'mergedNotificationId'
  | 'survivingNotificationId'
  | 'provenance'
  | 'mergedBasedOn'
  | 'survivingBasedOn'
  | 'proposedBy'
  | 'proposedAt'
> & { identity: Uint8Array }

export async function addMerge(tx: Db, areaId: AreaId, added: NewMerge): Promise<void> {
  await tx`
    insert into intake.merges (area_id, id, review_id, merged_notification_id, surviving_notification_id, state, version,
      provenance, identity, merged_based_on, surviving_based_on, proposed_by, proposed_at)
    values (${areaId}, ${added.id}, ${added.reviewId}, ${added.mergedNotificationId}, ${added.survivingNotificationId},
      'proposed', 1, ${tx.json(added.provenance)}, ${Buffer.from(added.identity)}, ${added.mergedBasedOn},
      ${added.survivingBasedOn}, ${added.proposedBy}, ${added.proposedAt})
  `
}

/** Who took a step, and when. */
export type Step = { by: PersonId; at: Instant }

/** Writes down what the second person, or the proposer by withdrawing, decided. */
export async function saveDecision(
  tx: Db,
  areaId: AreaId,
  mergeId: MergeId,
  state: 'confirmed' | 'declined' | 'withdrawn',
  { by, at }: Step,
): Promise<void> {
  await tx`
    update intake.merges set state = ${state}, version = version + 1, decided_by = ${by}, decided_at = ${at},
      confirmed_as = case when ${state === 'confirmed'}
        then (select coalesce(max(o.confirmed_as), 0) + 1 from intake.merges o where o.area_id = ${areaId}) end
    where area_id = ${areaId} and id = ${mergeId}
  `
}

export async function saveUndone(tx: Db, areaId: AreaId, mergeId: MergeId, { by, at }: Step): Promise<void> {
  await tx`
    update intake.merges set state = 'undone', version = version + 1, undone_by = ${by}, undone_at = ${at}
    where area_id = ${areaId} and id = ${mergeId}
  `
}

/** A notification nobody had decided becomes a duplicate while its merge is in force, and comes back afterwards. */
export async function saveDuplicate(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  decidedAt: Instant | null,
): Promise<void> {
  const [before, after] = decidedAt === null ? ['duplicate', 'received'] : ['received', 'duplicate']
  await tx`
    update intake.notifications set state = ${after}, decided_at = ${decidedAt}, version = version + 1
    where area_id = ${areaId} and id = ${notificationId} and state = ${before}
  `
}
