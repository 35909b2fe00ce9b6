import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  CaseReference,
  DuplicateReviewId,
  DuplicateReviewState,
  Instant,
  NotificationId,
  PersonId,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'
import { MatchReasons, RECORD_DAMAGED } from '../matching/proposed-reasons.ts'

const ReviewRow = z.object({
  id: DuplicateReviewId,
  notificationId: NotificationId,
  candidateAreaId: AreaId,
  candidateNotificationId: NotificationId,
  probability: z.number().nullable(),
  reasons: MatchReasons,
  state: DuplicateReviewState,
  proposedAt: Instant,
  decidedAt: Instant.nullable(),
  decidedBy: PersonId.nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

/** A pair of records that may be of one child. @throws Refusal `not-found`, also to an actor of another area */
export async function findReview(tx: Db, areaId: AreaId, reviewId: DuplicateReviewId): Promise<ReviewRow> {
  const [row] = await tx`
    select id, notification_id, candidate_area_id, candidate_notification_id, probability, reasons, state, proposed_at,
      decided_at, decided_by
    from intake.duplicate_reviews where area_id = ${areaId} and id = ${reviewId}
  `
  if (row === undefined) throw new Refusal('not-found')
  return ReviewRow.parse(row)
}

/** Writes down what was decided about a pair; nothing decided opens it again. */
export async function saveDecision(
  tx: Db,
  areaId: AreaId,
  reviewId: DuplicateReviewId,
  decided: { state: Exclude<DuplicateReviewState, 'open'>; by: PersonId; at: Instant } | null,
): Promise<void> {
  await tx`
    update intake.duplicate_reviews
    set state = ${decided?.state ?? 'open'}, decided_by = ${decided?.by ?? null}, decided_at = ${decided?.at ?? null}
    where area_id = ${areaId} and id = ${reviewId}
  `
}

type Pair = { notificationId: NotificationId; candidateNotificationId: NotificationId }

/** The review of two records of an area, whichever came first; null when there is none. */
export async function reviewOfPair(
  tx: Db,
  areaId: AreaId,
  { notificationId, candidateNotificationId }: Pair,
): Promise<DuplicateReviewId | null> {
  const [row] = await tx`
    select id from intake.duplicate_reviews
    where area_id = ${areaId} and candidate_area_id = ${areaId}
      and least(notification_id, candidate_notification_id) = least(${notificationId}::uuid, ${candidateNotificationId}::uuid)
      and greatest(notification_id, candidate_notification_id) = greatest(${notificationId}::uuid, ${candidateNotificationId}::uuid)
  `
  return row === undefined ? null : DuplicateReviewId.parse(row['id'])
}

export async function addReview(
  tx: Db,
  areaId: AreaId,
  added: Pair & { reviewId: DuplicateReviewId; reasons: readonly string[]; proposedAt: Instant },
): Promise<void> {
  await tx`
    insert into intake.duplicate_reviews (area_id, id, notification_id, candidate_area_id, candidate_notification_id,
      reasons, state, proposed_at)
    values (${areaId}, ${added.reviewId}, ${added.notificationId}, ${areaId}, ${added.candidateNotificationId},
      ${tx.json([...added.reasons])}, 'open', ${added.proposedAt})
  `
}

/** A review of a notification, as far as deciding on the notification needs to know. */
export const ReviewOfNotification = z.strictObject({
  reviewId: DuplicateReviewId,
  state: DuplicateReviewState,
  /** The case of the other record, when it has one. */
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  /** A case of the child may be opened only after this one is decided. */
  blocks: z.boolean(),
})
export type ReviewOfNotification = z.infer<typeof ReviewOfNotification>

/**
 * The reviews of a notification with other records of its area, but for those that have become one record with it. One
 * that is not settled stands in the way of a case when the other record has a case already or came first; not when
 * that record does not open, for then nobody could settle it.
 */
export async function reviewsOfNotification(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<ReviewOfNotification[]> {
  const rows = await tx`
    select r.id as review_id, r.state, c.case_id, c.reference as case_reference,
      r.state in ('open', 'same') and not r.reasons ? ${RECORD_DAMAGED} and (
        o.state = 'accepted' or (o.state = 'received' and (o.submitted_at, o.id) < (n.submitted_at, n.id))
        or exists (
          select from intake.merges m
          where m.area_id = ${areaId} and m.merged_notification_id = n.id and m.state = 'proposed'
        )
      ) as blocks
    from (
      select id, state, reasons, candidate_notification_id as other from intake.duplicate_reviews
      where area_id = ${areaId} and candidate_area_id = ${areaId} and notification_id = ${notificationId}
      union all
      select id, state, reasons, notification_id from intake.duplicate_reviews
      where area_id = ${areaId} and candidate_area_id = ${areaId} and candidate_notification_id = ${notificationId}
    ) r
    join intake.notifications n on n.area_id = ${areaId} and n.id = ${notificationId}
    -- Each review in turn, which record stands and then that one: in any other order it would be for every notification
    -- of the area.
    cross join lateral (select intake.standing(${areaId}, r.other) as id offset 0) t
    cross join lateral (
      select id, state, submitted_at, area_id, case_id from intake.notifications
      where area_id = ${areaId} and id = t.id offset 0
    ) o
    left join intake.cases c on c.area_id = o.area_id and c.case_id = o.case_id
    where t.id <> (select intake.standing(${areaId}, ${notificationId}))
    order by r.id
  `
  return rows.map((row) => ReviewOfNotification.parse(row))
}
