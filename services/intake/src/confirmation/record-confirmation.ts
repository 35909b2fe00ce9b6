import {
  AreaId,
  ChildConfirmation,
  NotificationId,
  Refusal,
  requireArea,
  requireConfirmationDates,
} from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { openRecord } from '../merge/known-record.ts'
import { mayDisclose } from '../notification/may-disclose.ts'
import { findNotification, lockNotification } from '../notification/notification-store.ts'
import { requires } from '../rpc.ts'
import { addConfirmation, confirmationsOf } from './confirmation-store.ts'
import { confirmedEvent } from './confirmed-event.ts'

const Recorded = z.strictObject({ entry: z.int().positive() })

/**
 * Records who confirmed the death and who the child is. A correction is a further entry, made from the one its `version`
 * names; the earlier ones are kept. Once there is a case, case-review hears of it, and what waited for it may leave.
 * @throws Refusal `date-in-future`, `dates-out-of-order`, `stale`; `notification-decided` when there is no case to come;
 * `not-found`, also without a pass for the case there is
 */
export const recordConfirmation = requires('confirmation:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      notificationId: NotificationId,
      key: AttemptKey,
      pass: PassToken.exactOptional(),
      /** The newest entry the person saw, 0 when there was none. */
      version: z.int().nonnegative(),
      ...ChildConfirmation.shape,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, notificationId } = input
    requireArea(actor, areaId)
    if (actor.kind !== 'person') throw new Refusal('forbidden')
    return changeOnce(
      ctx,
      { procedure: 'confirmation.record', areaId, input, outcome: Recorded },
      async (tx) => {
        await lockNotification(tx, areaId, notificationId)
        const { caseId, state, wrapped } = await findNotification(tx, areaId, notificationId)
        if (!(await mayDisclose(parts.keyring, actor, caseId, input.pass))) throw new Refusal('not-found')
        if (state !== 'received' && state !== 'accepted') throw new Refusal('notification-decided')
        const place = { areaId, notificationId }
        const [newest] = await confirmationsOf(tx, place, null)
        if ((newest?.entry ?? 0) !== input.version) throw new Refusal('stale')
        const confirmation = { death: input.death, identity: input.identity }
        const at = parts.clock.now()
        const { identity } = await openRecord(tx, parts.keys, areaId, notificationId)
        requireConfirmationDates(confirmation, { diedOn: identity.dateOfDeath, now: at })
        const cipher = subjectCipher(parts.keys, areaId, notificationId, wrapped)
        const entry = input.version + 1
        await addConfirmation(tx, cipher, place, { confirmation, entry, by: actor.personId, at })
        await parts.audit.record(tx, actor, areaId, {
          action: 'confirmation.record',
          object: { kind: 'notification', id: notificationId },
          fieldClasses: ['identity'],
        })
        if (caseId !== null)
          await parts.publisher.publish(tx, actor, areaId, confirmedEvent(caseId, confirmation))
        return { entry }
      },
    )
  })
