import { AreaId, NotificationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { lockUndecided, requireNotOffered } from './decide.ts'
import { saveOutOfScope } from './notification-store.ts'

const Declared = z.strictObject({ notificationId: NotificationId })

/** Closes a notification of a death that this area's panel does not review; only when the rules say so. */
export const declareOutOfScope = requires('notification:accept')
  .input(
    z.strictObject({
      areaId: AreaId,
      notificationId: NotificationId,
      key: AttemptKey,
      version: z.int().positive(),
    }),
  )
  .output(Declared)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.declareOutOfScope', areaId: input.areaId, input, outcome: Declared },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, notificationId } = input
        const undecided = await lockUndecided(tx, parts.keys, input)
        requireNotOffered(undecided)
        const { scope } = undecided
        if (scope.outcome === 'pending') throw new Refusal('scope-pending')
        if (scope.outcome === 'in') throw new Refusal('in-scope')
        await saveOutOfScope(tx, areaId, notificationId, parts.clock.now())
        await parts.audit.record(tx, actor, areaId, {
          action: 'notification.declare-out-of-scope',
          object: { kind: 'notification', id: notificationId },
          fieldClasses: ['identity'],
        })
        return { notificationId }
      },
    ),
  )
