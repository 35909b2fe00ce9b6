import { NotificationId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { isDecided } from './notification-store.ts'

/** How far a notification has come, as whoever sent it is told: not what was decided, and nothing of a child. */
const FollowedState = z.enum(['received', 'decided'])

/** Tells an organisation how far a notification of its own has come. @throws Refusal `not-found` for any other */
export const followNotification = requires('notification:follow')
  .input(z.strictObject({ notificationId: NotificationId }))
  .output(z.strictObject({ notificationId: NotificationId, state: FollowedState }))
  .query(({ ctx: { actor, parts }, input: { notificationId } }) => {
    if (actor.kind !== 'organisation') throw new Refusal('forbidden')
    const { areaId } = actor
    return parts.database.transaction(actor, async (tx) => {
      const decided = await isDecided(tx, areaId, notificationId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.follow',
        object: { kind: 'notification', id: notificationId },
      })
      return { notificationId, state: decided ? ('decided' as const) : ('received' as const) }
    })
  })
