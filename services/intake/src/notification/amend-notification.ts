import { isDeepStrictEqual } from 'node:util'
import { AreaId, assessScope, NotificationId, ScopeAssessment } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireUnmerged } from '../merge/merge-store.ts'
import { personDeciding } from '../residency/person-deciding.ts'
import { requires } from '../rpc.ts'
import { lockUndecided } from './decide.ts'
import { readArriving } from './receive-notification.ts'
import { replaceNotification } from './replace-notification.ts'

const Amendment = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  key: AttemptKey,
  version: z.int().positive(),
  formVersion: z.string().max(40),
  answers: z.record(z.string().max(80), z.unknown()),
})

const Amended = z.strictObject({ version: z.int(), scope: ScopeAssessment })

/**
 * Corrects or completes the answers of a notification nobody has decided yet. Held to all that a new one is held to; the
 * earlier answers stay sealed, with who replaced them and when. What follows from the answers follows again: scope, the
 * registered deaths, who may be the same child, and a page to whoever is on call if only now they call for a response.
 * @throws Refusal as `receiveNotification` does; `notification-decided`, `stale`; `merge-under-way` and
 * `undo-merge-first` while another record depends on these answers
 */
export const amendNotification = requires('notification:accept')
  .input(Amendment)
  .output(Amended)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.amend', areaId: input.areaId, input, outcome: Amended },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, notificationId } = input
        const undecided = await lockUndecided(tx, parts.keys, input)
        await requireUnmerged(tx, areaId, notificationId)
        const { stored, read: before, decisions, scope } = undecided
        const { receivedOn, version } = stored
        const read = readArriving({ ...input, door: 'coordinator', receivedOn }, parts)
        if (isDeepStrictEqual(read.answers, before.answers)) return { version, scope }
        const by = { areaId, notificationId, read, replacedBy: personDeciding(actor) }
        const amended = await replaceNotification(tx, ctx, undecided, by)
        return { version: amended, scope: assessScope(read.content, stored.area, decisions) }
      },
    ),
  )
