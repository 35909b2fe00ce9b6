import { AreaId, NotificationId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { Accepted, acceptUndecided } from './accept-undecided.ts'

const Acceptance = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  key: AttemptKey,
  version: z.int().positive(),
})

/** Accepts a notification: the death is in scope, the child becomes a case, and every service hears of it. */
export const acceptNotification = requires('notification:accept')
  .input(Acceptance)
  .output(Accepted)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.accept', areaId: input.areaId, input, outcome: Accepted },
      (tx) => acceptUndecided(tx, ctx, input),
    ),
  )
