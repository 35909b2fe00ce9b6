import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  Instant,
  NotificationId,
  PersonId,
  ReportedInErrorReason,
} from '@cdop/domain'
import { z } from 'zod'
import { stopPaging } from '../joint-agency-response/due-steps.ts'
import { forgetKeys } from '../matching/match-store.ts'
import { destroyAsked } from '../notification-draft/draft-store.ts'
import { forgetRelatedRecord } from '../related/related-record-store.ts'

/** That a notification was wrong, as it was recorded. */
export const ErrorReport = z.strictObject({
  reason: ReportedInErrorReason,
  nationalDatabaseTold: z.boolean(),
  reportedBy: PersonId,
  reportedAt: Instant,
})
export type ErrorReport = z.infer<typeof ErrorReport>

/** What was reported, or null. */
export async function findErrorReport(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<ErrorReport | null> {
  const [row] = await tx`
    select reason, national_database_told, reported_by, reported_at from intake.error_reports
    where area_id = ${areaId} and notification_id = ${notificationId}
  `
  return row === undefined ? null : ErrorReport.parse(row)
}

/**
 * Writes the report down, takes the notification and every other one of its case out of all lists, and hides the child:
 * it is shown to nobody and matched with nobody any more, nobody on call is paged for it again, and what somebody was
 * asked to complete is destroyed.
 */
export async function saveErrorReport(
  tx: Db,
  {
    areaId,
    notificationId,
    caseId,
  }: { areaId: AreaId; notificationId: NotificationId; caseId: CaseId | null },
  { reason, nationalDatabaseTold, reportedBy, reportedAt }: ErrorReport,
): Promise<void> {
  await tx`
    insert into intake.error_reports (area_id, notification_id, reason, national_database_told, reported_by,
      reported_at)
    values (${areaId}, ${notificationId}, ${reason}, ${nationalDatabaseTold}, ${reportedBy}, ${reportedAt})
  `
  const withdrawn = await tx<{ id: string }[]>`
    update intake.notifications
    set state = 'reported-in-error', version = version + 1, decided_at = coalesce(decided_at, ${reportedAt})
    where area_id = ${areaId} and (id = ${notificationId} or case_id = ${caseId})
    returning id
  `
  for (const { id } of withdrawn) {
    await forgetKeys(tx, areaId, NotificationId.parse(id))
    await forgetRelatedRecord(tx, areaId, NotificationId.parse(id))
    await stopPaging(tx, areaId, NotificationId.parse(id))
    await destroyAsked(tx, areaId, NotificationId.parse(id))
  }
  await tx`
    update intake.children set hidden_at = ${reportedAt} where area_id = ${areaId} and case_id = ${caseId}
  `
}
