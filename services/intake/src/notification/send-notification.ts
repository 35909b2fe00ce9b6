import { NotificationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { intakeIn } from '../notification-draft/draft-access.ts'
import { requires } from '../rpc.ts'
import { receiveNotification } from './receive-notification.ts'

const Sent = z.strictObject({ notificationId: NotificationId })

/**
 * Takes in a notification an organisation's system sent. The area, and the door it came in by, are those of its token:
 * the sender chooses neither. It is received today. The audit names the organisation.
 */
export const sendNotification = requires('notification:send')
  .input(
    z.strictObject({
      key: AttemptKey,
      formVersion: z.string().max(40),
      answers: z.record(z.string().max(80), z.unknown()),
    }),
  )
  .output(Sent)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    if (actor.kind !== 'organisation') throw new Refusal('forbidden')
    const { areaId, door } = actor
    const { formVersion, answers } = input
    const change = {
      procedure: 'notification.send',
      areaId,
      input,
      outcome: Sent,
      // An organisation sees nothing of the area it notifies; whether the child is known, intake looks for itself.
      onAccountOf: intakeIn(areaId, actor.requestId),
    }
    return changeOnce(ctx, change, async (tx) => ({
      notificationId: await receiveNotification(tx, ctx, {
        areaId,
        door,
        formVersion,
        answers,
        receivedOn: parts.clock.today(),
      }),
    }))
  })
