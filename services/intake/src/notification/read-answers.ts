import { AreaId, NotificationId, PlainDate, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { findNotification } from './notification-store.ts'
import { openAnswers } from './sealed-answers.ts'

const PresentAnswers = z.strictObject({
  version: z.int(),
  receivedOn: PlainDate,
  formVersion: z.string(),
  /** By question, as the form's own schema takes them. */
  answers: z.record(z.string(), z.unknown()),
})

/**
 * The answers of a notification nobody has decided yet, to be corrected or completed. Audited before it is answered.
 * @throws Refusal `notification-decided`
 */
export const readAnswers = requires('notification:accept')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId }))
  .output(PresentAnswers)
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      if (stored.state !== 'received') throw new Refusal('notification-decided')
      const { wrapped, version, receivedOn, formVersion } = stored
      const { answers } = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.read',
        object: { kind: 'notification', id: notificationId },
        fieldClasses: ['identity'],
      })
      return { version, receivedOn, formVersion, answers }
    })
  })
