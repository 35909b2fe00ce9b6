import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  CaseReference,
  DuplicateReviewId,
  DuplicateReviewState,
  Instant,
  NotificationId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { MatchReasons } from '../matching/proposed-reasons.ts'
import { requires } from '../rpc.ts'

/** Reviews in one answer, the longest open first. */
const MOST = 200

const ReviewedRecord = z.strictObject({
  notificationId: NotificationId,
  receivedOn: PlainDate,
  /** The case of the record: whoever may not see it is not to see the review. */
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
})

export const ListedReview = z.strictObject({
  reviewId: DuplicateReviewId,
  state: DuplicateReviewState,
  proposedAt: Instant,
  reasons: MatchReasons,
  record: ReviewedRecord,
  /** Null when another area keeps it. */
  candidate: ReviewedRecord.nullable(),
  /** The other area, when it is another. */
  elsewhere: AreaId.nullable(),
})
export type ListedReview = z.infer<typeof ListedReview>

async function reviews(tx: Db, areaId: AreaId, state: DuplicateReviewState): Promise<ListedReview[]> {
  const rows = await tx`
    select r.id as review_id, r.state, r.proposed_at, r.reasons,
      jsonb_build_object('notificationId', n.id, 'receivedOn', n.received_on, 'caseId', nc.case_id,
        'caseReference', nc.reference) as record,
      case when r.candidate_area_id = r.area_id then
        jsonb_build_object('notificationId', o.id, 'receivedOn', o.received_on, 'caseId', oc.case_id,
          'caseReference', oc.reference) end as candidate,
      nullif(r.candidate_area_id, r.area_id) as elsewhere
    from intake.duplicate_reviews r
    cross join lateral (
      select intake.standing(r.area_id, r.notification_id) as id,
        intake.standing(r.area_id, r.candidate_notification_id) as other offset 0
    ) t
    cross join lateral (
      select area_id, id, received_on, case_id from intake.notifications
      where area_id = ${areaId} and id = t.id offset 0
    ) n
    left join intake.cases nc on nc.area_id = n.area_id and nc.case_id = n.case_id
    left join lateral (
      select area_id, id, received_on, case_id from intake.notifications
      where area_id = r.candidate_area_id and id = t.other offset 0
    ) o on true
    left join intake.cases oc on oc.area_id = o.area_id and oc.case_id = o.case_id
    where r.area_id = ${areaId} and r.state = ${state} and o.id is distinct from n.id
    order by r.proposed_at, r.id
    limit ${MOST}
  `
  return rows.map((row) => ListedReview.parse(row))
}

/**
 * Pairs of records of an area that may be of one child, without names, those that wait longest first. Records that
 * were merged meanwhile stand as what they were merged into; a pair that has become one record is not there.
 */
export const listReviews = requires('duplicate-review:read')
  .input(z.strictObject({ areaId: AreaId, state: DuplicateReviewState }))
  .output(z.strictObject({ rows: z.array(ListedReview) }))
  .query(({ ctx: { actor, parts }, input: { areaId, state } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'duplicate-review.list',
        object: { kind: 'area', id: areaId },
      })
      return { rows: await reviews(tx, areaId, state) }
    })
  })
