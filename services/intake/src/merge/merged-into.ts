import type { Db } from '@cdop/database'
import { type AreaId, CaseId, CaseReference, MergeId, NotificationId } from '@cdop/domain'
import { z } from 'zod'

export const MergedInto = z.strictObject({
  mergeId: MergeId,
  notificationId: NotificationId,
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
})

/** The record that stands for a merged one, with the merge that made it so; null when it stands for itself. */
export async function mergedIntoOf(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<z.infer<typeof MergedInto> | null> {
  const [row] = await tx`
    select m.id as merge_id, s.id as notification_id, c.case_id, c.reference as case_reference
    from intake.merges m
    cross join lateral (select intake.standing(m.area_id, m.merged_notification_id) as id offset 0) t
    join intake.notifications s on s.area_id = m.area_id and s.id = t.id
    left join intake.cases c on c.area_id = s.area_id and c.case_id = s.case_id
    where m.area_id = ${areaId} and m.merged_notification_id = ${notificationId} and m.state = 'confirmed'
  `
  return row === undefined ? null : MergedInto.parse(row)
}
