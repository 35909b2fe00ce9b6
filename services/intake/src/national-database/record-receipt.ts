import { AreaId, CaseId, Instant, londonDate, NationalSubmissionId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { notificationOfCase } from '../case/case-store.ts'
import { lockNotification } from '../notification/notification-store.ts'
import { requires } from '../rpc.ts'
import { addReceipt, nationalNotificationsOf } from './national-notification-store.ts'
import { requireCaseReview } from './require-case-review.ts'

/**
 * Records that the national database acknowledged the notification case-review sent, which stops the clock of telling it.
 * A second time changes nothing. @throws Refusal `forbidden` to anybody but case-review, `not-found`
 */
export const recordReceipt = requires('national-submission:assemble')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      submissionId: NationalSubmissionId,
      receipt: z.string().min(1).max(100),
      acknowledgedAt: Instant,
    }),
  )
  .output(z.void())
  .mutation(({ ctx: { actor, parts }, input }) => {
    requireCaseReview(actor)
    const { areaId, caseId, submissionId, receipt, acknowledgedAt: at } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const notificationId = await notificationOfCase(tx, areaId, caseId)
      if (notificationId === null) throw new Refusal('not-found')
      await lockNotification(tx, areaId, notificationId)
      const place = { areaId, notificationId }
      const entries = await nationalNotificationsOf(tx, place)
      if (entries.some((one) => one.submissionId === submissionId)) return
      const entry = (entries[0]?.entry ?? 0) + 1
      await addReceipt(tx, place, { entry, toldOn: londonDate(at), at, submissionId, receipt })
      await parts.audit.record(tx, actor, areaId, {
        action: 'national-database.receipt',
        object: { kind: 'notification', id: notificationId },
      })
    })
  })
