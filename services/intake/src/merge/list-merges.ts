import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  CaseReference,
  Instant,
  MergeId,
  MergeState,
  NotificationId,
  PersonId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'

/** Merges in one answer, the newest first. */
const MOST = 200

const MergedRecord = z.strictObject({
  notificationId: NotificationId,
  receivedOn: PlainDate,
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
})

export const ListedMerge = z.strictObject({
  mergeId: MergeId,
  state: MergeState,
  proposedBy: PersonId,
  proposedAt: Instant,
  decidedAt: Instant.nullable(),
  merged: MergedRecord,
  surviving: MergedRecord,
})
export type ListedMerge = z.infer<typeof ListedMerge>

async function merges(tx: Db, areaId: AreaId, state: MergeState): Promise<ListedMerge[]> {
  const rows = await tx`
    select m.id as merge_id, m.state, m.proposed_by, m.proposed_at, m.decided_at,
      jsonb_build_object('notificationId', n.id, 'receivedOn', n.received_on, 'caseId', nc.case_id,
        'caseReference', nc.reference) as merged,
      jsonb_build_object('notificationId', s.id, 'receivedOn', s.received_on, 'caseId', sc.case_id,
        'caseReference', sc.reference) as surviving
    from intake.merges m
    join intake.notifications n on n.area_id = m.area_id and n.id = m.merged_notification_id
    join intake.notifications s on s.area_id = m.area_id and s.id = m.surviving_notification_id
    left join intake.cases nc on nc.area_id = n.area_id and nc.case_id = n.case_id
    left join intake.cases sc on sc.area_id = s.area_id and sc.case_id = s.case_id
    where m.area_id = ${areaId} and m.state = ${state}
    order by m.proposed_at desc, m.id
    limit ${MOST}
  `
  return rows.map((row) => ListedMerge.parse(row))
}

/** Merges of an area that wait for a second person, or that were decided, without names. */
export const listMerges = requires('duplicate-review:read')
  .input(z.strictObject({ areaId: AreaId, state: MergeState }))
  .output(z.strictObject({ rows: z.array(ListedMerge) }))
  .query(({ ctx: { actor, parts }, input: { areaId, state } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'merge.list',
        object: { kind: 'area', id: areaId },
      })
      return { rows: await merges(tx, areaId, state) }
    })
  })
