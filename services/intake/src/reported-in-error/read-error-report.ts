import {
  AreaId,
  CaseId,
  CaseReference,
  NotificationId,
  NotificationState,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { findNotification } from '../notification/notification-store.ts'
import { requires } from '../rpc.ts'
import { ErrorReport, findErrorReport } from './error-report-store.ts'

/** Whether a notification was reported in error: reference, dates and who said so. Nothing of the child. */
export const readErrorReport = requires('notification:report-in-error')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId }))
  .output(
    z.strictObject({
      state: NotificationState,
      version: z.int(),
      receivedOn: PlainDate,
      caseId: CaseId.nullable(),
      caseReference: CaseReference.nullable(),
      report: ErrorReport.nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      const { state, version, receivedOn, caseId, reference } = stored
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.read-error-report',
        object: { kind: 'notification', id: notificationId },
      })
      const report = await findErrorReport(tx, areaId, notificationId)
      return { state, version, receivedOn, caseId, caseReference: reference, report }
    })
  })
