import { AreaId, NotificationId, Refusal, TakenBackReason } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { requirePerson } from '../identity/require-person.ts'
import { mayDisclose } from '../notification/may-disclose.ts'
import { findNotification, lockNotification } from '../notification/notification-store.ts'
import { toldNationally } from '../notification/notify-clocks.ts'
import { requires } from '../rpc.ts'
import { requireNotUnderWay } from '../transfer/transfer-store.ts'
import { addTakenBack, isToldByHand, nationalNotificationsOf } from './national-notification-store.ts'

const Recorded = z.strictObject({ entry: z.int().positive() })

/**
 * Takes back what was recorded by hand as told to the national database, with the reason: its clock runs on, and the death
 * can be told from here. What was recorded before is kept.
 * @throws Refusal `stale`; `nothing-to-take-back` unless it was recorded by hand and still holds; `transfer-under-way`;
 * `notification-decided`; `not-found`, also without a pass for the case there is
 */
export const takeBackTold = requires('notification:accept')
  .input(
    z.strictObject({
      areaId: AreaId,
      notificationId: NotificationId,
      key: AttemptKey,
      pass: PassToken.exactOptional(),
      /** The newest entry the person saw. */
      version: z.int().positive(),
      because: TakenBackReason,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'nationalDatabase.takeBack', areaId: input.areaId, input, outcome: Recorded },
      async (tx) => {
        const { parts } = ctx
        const actor = requirePerson(ctx.actor)
        const { areaId, notificationId, version, because } = input
        const place = { areaId, notificationId }
        await lockNotification(tx, areaId, notificationId)
        const { caseId, state } = await findNotification(tx, areaId, notificationId)
        if (!(await mayDisclose(parts.keyring, actor, caseId, input.pass))) throw new Refusal('not-found')
        if (!toldNationally.includes(state)) throw new Refusal('notification-decided')
        await requireNotUnderWay(tx, areaId, notificationId)
        const entries = await nationalNotificationsOf(tx, place)
        if ((entries[0]?.entry ?? 0) !== version) throw new Refusal('stale')
        if (entries[0]?.receipt !== null || !isToldByHand(entries)) throw new Refusal('nothing-to-take-back')
        const at = parts.clock.now()
        await addTakenBack(tx, place, { entry: version + 1, because, by: actor.personId, at })
        await parts.audit.record(tx, actor, areaId, {
          action: 'national-database.take-back',
          object: { kind: 'notification', id: notificationId },
        })
        return { entry: version + 1 }
      },
    ),
  )
