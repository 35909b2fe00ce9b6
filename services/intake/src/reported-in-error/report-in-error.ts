import { AreaId, NotificationId, Refusal, ReportedInErrorReason, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { mergeInForce } from '../merge/merge-store.ts'
import { mayDisclose } from '../notification/may-disclose.ts'
import { findNotification, lockNotification } from '../notification/notification-store.ts'
import { requires } from '../rpc.ts'
import { recallOffer } from '../transfer/recall-offer.ts'
import { saveErrorReport } from './error-report-store.ts'

const Reported = z.strictObject({ notificationId: NotificationId })

/**
 * The child lives, or is another: the notification goes out of every list, the child is hidden, and what the case led
 * to is recalled by whoever sent it. Asked twice: whoever calls says that the person confirmed it a second time.
 * @throws Refusal `notification-decided` when that was reported before, `stale`, `not-found`, also without a pass for
 * the case there is; `undo-merge-first` when the record stands for another one too, or another for it; `transfer-under-way`
 */
export const reportInError = requires('notification:report-in-error')
  .input(
    z.strictObject({
      areaId: AreaId,
      notificationId: NotificationId,
      key: AttemptKey,
      pass: PassToken.exactOptional(),
      version: z.int().positive(),
      reason: ReportedInErrorReason,
      /** The national database has been told of the death, by this product or by anybody. */
      nationalDatabaseTold: z.boolean(),
      confirmedTwice: z.literal(true),
    }),
  )
  .output(Reported)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, notificationId, reason, nationalDatabaseTold } = input
    requireArea(actor, areaId)
    if (actor.kind !== 'person') throw new Refusal('forbidden')
    return changeOnce(
      ctx,
      { procedure: 'notification.reportInError', areaId, input, outcome: Reported },
      async (tx) => {
        await lockNotification(tx, areaId, notificationId)
        const { caseId, state, version } = await findNotification(tx, areaId, notificationId)
        if (!(await mayDisclose(parts.keyring, actor, caseId, input.pass))) throw new Refusal('not-found')
        if (state === 'reported-in-error') throw new Refusal('notification-decided')
        if (version !== input.version) throw new Refusal('stale')
        if (await mergeInForce(tx, areaId, notificationId)) throw new Refusal('undo-merge-first')
        const reportedAt = parts.clock.now()
        await recallOffer(tx, { areaId, notificationId, by: actor.personId, at: reportedAt })
        const report = { reason, nationalDatabaseTold, reportedBy: actor.personId, reportedAt }
        await saveErrorReport(tx, { areaId, notificationId, caseId }, report)
        await parts.audit.record(tx, actor, areaId, {
          action: 'notification.report-in-error',
          object: { kind: 'notification', id: notificationId },
        })
        if (caseId !== null) {
          await parts.publisher.publish(tx, actor, areaId, {
            type: 'notification.reported-in-error.v1',
            subject: caseId,
            payload: { caseId, notificationId, reason, nationalDatabaseTold },
          })
        }
        return { notificationId }
      },
    )
  })
