import { AreaId, NotificationId, Refusal, ResponseId, responseStep } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { thereFor, WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { requireNotUnderWay } from '../transfer/transfer-store.ts'
import { dropStep } from './due-steps.ts'
import { lockResponse, lockVersion } from './response-store.ts'

const Outcome = z.strictObject({ responseId: ResponseId })

/**
 * The child has died: a response that began before is the response to their notification. One the notification asked
 * for itself is one with it from then on, and pages nobody any more.
 * @throws Refusal `stale`, `response-decided`, or `not-found` for a notification of another area
 */
export const joinNotification = requires('response:follow')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      version: z.int().positive(),
      notificationId: NotificationId,
      withheld: WithheldAsFarAsKnown,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, notificationId, withheld } = input
    const change = {
      procedure: 'response.join',
      areaId,
      input: { ...input, withheld: null },
      outcome: Outcome,
    }
    return changeOnce(ctx, change, async (tx) => {
      const [notification] = await tx`
        select 1 from intake.notifications n
        where n.area_id = ${areaId} and n.id = ${notificationId} and n.state <> 'transferred'
          and ${thereFor(tx, areaId, withheld)}
      `
      if (notification === undefined) throw new Refusal('not-found')
      await requireNotUnderWay(tx, areaId, notificationId)
      const begun = await lockVersion(tx, input)
      if (begun.state !== 'started-before-death') throw new Refusal('response-decided')
      const state = responseStep(begun.state, 'started')
      const [own] = await tx<{ responseId: ResponseId }[]>`
        select response_id from intake.responses
        where area_id = ${areaId} and notification_id = ${notificationId} and state <> 'joined'
      `
      if (own !== undefined) {
        const asked = await lockResponse(tx, areaId, own.responseId)
        if (asked.began === 'before-death') throw new Refusal('response-decided')
        const joined = responseStep(asked.state, 'joined')
        await tx`
          update intake.responses set state = ${joined}, version = version + 1, joined_to = ${responseId}
          where area_id = ${areaId} and response_id = ${asked.responseId}
        `
        await dropStep(tx, { areaId, responseId: asked.responseId, step: 'page' })
      }
      await tx`
        update intake.responses
        set state = ${state}, version = version + 1, notification_id = ${notificationId},
          triggers = coalesce((
            select triggers from intake.responses
            where area_id = ${areaId} and joined_to = ${responseId} limit 1
          ), triggers)
        where area_id = ${areaId} and response_id = ${responseId}
      `
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.join',
        object: { kind: 'response', id: responseId },
      })
      return { responseId }
    })
  })
