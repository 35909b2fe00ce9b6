import { AreaId, CaseId, NotificationId, PlainDate, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { findNotification } from '../notification/notification-store.ts'
import { NotifyClocks, notifyClocks, toldNationally } from '../notification/notify-clocks.ts'
import { requires } from '../rpc.ts'
import { NationalNotification, nationalNotificationsOf } from './national-notification-store.ts'

const Read = z.strictObject({
  /** Whoever may not see this case is not to see the rest. */
  caseId: CaseId.nullable(),
  diedOn: PlainDate,
  clocks: NotifyClocks,
  /** The national database is to hear of the death. */
  owed: z.boolean(),
  entries: z.array(NationalNotification),
})

/** When the national database was told of a death, the newest entry first. @throws Refusal `not-found` */
export const readNationalNotification = requires('notification:read')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId }))
  .output(Read)
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'national-database.read',
        object: { kind: 'notification', id: notificationId },
      })
      return {
        caseId: stored.caseId,
        diedOn: stored.diedOn,
        clocks: notifyClocks(stored, parts.clock.now()),
        owed: toldNationally.includes(stored.state),
        entries: await nationalNotificationsOf(tx, { areaId, notificationId }),
      }
    })
  })
