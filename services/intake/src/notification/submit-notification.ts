import { AreaId, NotificationId, PlainDate } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { receiveNotification } from './receive-notification.ts'

const Submission = z.strictObject({
  areaId: AreaId,
  key: AttemptKey,
  formVersion: z.string().max(40),
  answers: z.record(z.string().max(80), z.unknown()),
  receivedOn: PlainDate,
})

const Submitted = z.strictObject({ notificationId: NotificationId })

/** Takes in a notification form (Form A) a coordinator typed, complete by the version in force when it was received. */
export const submitNotification = requires('notification:submit')
  .input(Submission)
  .output(Submitted)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.submit', areaId: input.areaId, input, outcome: Submitted },
      async (tx) => {
        const { key: _once, ...typed } = input
        return { notificationId: await receiveNotification(tx, ctx, { ...typed, door: 'coordinator' }) }
      },
    ),
  )
