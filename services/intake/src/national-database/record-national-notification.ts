import { AreaId, doneFrom, NotificationId, PlainDate, Refusal, stillConfirms } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { confirmationsOf } from '../confirmation/confirmation-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requirePerson } from '../identity/require-person.ts'
import { mayDisclose } from '../notification/may-disclose.ts'
import { findNotification, lockNotification } from '../notification/notification-store.ts'
import { toldNationally } from '../notification/notify-clocks.ts'
import { requires } from '../rpc.ts'
import { requireNotUnderWay } from '../transfer/transfer-store.ts'
import { addNationalNotification, nationalNotificationsOf } from './national-notification-store.ts'

const Recorded = z.strictObject({ entry: z.int().positive() })

/**
 * Records on which day somebody told the national database of a death elsewhere, which stops its clock. A correction is a
 * further entry, made from the one its `version` names; the earlier ones are kept. What this product told it stands.
 * @throws Refusal `date-in-future`, `dates-out-of-order`, `stale`; `national-database-told`; `not-confirmed` until it is recorded who confirmed the
 * death and the child; `transfer-under-way` while it goes to another area; `notification-decided` when it is not to be told; `not-found`, also without a pass for the case
 * there is
 */
export const recordNationalNotification = requires('notification:accept')
  .input(
    z.strictObject({
      areaId: AreaId,
      notificationId: NotificationId,
      key: AttemptKey,
      pass: PassToken.exactOptional(),
      /** The newest entry the person saw, 0 when there was none. */
      version: z.int().nonnegative(),
      toldOn: PlainDate,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'nationalDatabase.record', areaId: input.areaId, input, outcome: Recorded },
      async (tx) => {
        const { parts } = ctx
        const actor = requirePerson(ctx.actor)
        const { areaId, notificationId, toldOn, version } = input
        const place = { areaId, notificationId }
        await lockNotification(tx, areaId, notificationId)
        const { caseId, state, diedOn } = await findNotification(tx, areaId, notificationId)
        if (!(await mayDisclose(parts.keyring, actor, caseId, input.pass))) throw new Refusal('not-found')
        if (!toldNationally.includes(state)) throw new Refusal('notification-decided')
        await requireNotUnderWay(tx, areaId, notificationId)
        const [confirmed] = await confirmationsOf(tx, place, null)
        if (confirmed === undefined || !stillConfirms(confirmed, diedOn)) throw new Refusal('not-confirmed')
        if (toldOn > parts.clock.today()) throw new Refusal('date-in-future', ['toldOn'])
        if (toldOn < diedOn) throw new Refusal('dates-out-of-order', ['toldOn'])
        const [newest, ...earlier] = await nationalNotificationsOf(tx, place)
        if ((newest?.entry ?? 0) !== version) throw new Refusal('stale')
        if ([newest, ...earlier].some((told) => (told?.receipt ?? null) !== null)) {
          throw new Refusal('national-database-told')
        }
        const at = parts.clock.now()
        await addNationalNotification(tx, place, {
          entry: version + 1,
          toldOn,
          recordedBy: actor.personId,
          recordedAt: at,
          from: doneFrom(toldOn, at),
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'national-database.record',
          object: { kind: 'notification', id: notificationId },
        })
        return { entry: version + 1 }
      },
    ),
  )
