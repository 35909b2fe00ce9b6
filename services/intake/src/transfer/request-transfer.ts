import { AreaId, NotificationId, TransferId, TransferReason } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../identity/require-person.ts'
import { lockMerges, requireUnmerged } from '../merge/merge-store.ts'
import { lockUndecided } from '../notification/decide.ts'
import { requires } from '../rpc.ts'
import { offer } from './offer.ts'
import { LearningSharePlan } from './transfer-plan.ts'

const Asking = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  key: AttemptKey,
  version: z.int().positive(),
  toAreaId: AreaId,
  reason: TransferReason,
  plan: LearningSharePlan,
})

const Asked = z.strictObject({ transferId: TransferId })

/**
 * Asks another area to take over a notification nobody has decided. That area learns age band, month, authority, kind of
 * place, the reason and the plan; who the child was it learns when it has accepted. Nothing moves before.
 * @throws Refusal `transfer-open`, `response-undecided`, `identifiers-in-plan`, `undo-merge-first`, `merge-under-way`,
 * `notification-decided`, `stale`; `invalid-answers` for an area there is not
 */
export const requestTransfer = requires('transfer:request')
  .input(Asking)
  .output(Asked)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'transfer.request', areaId: input.areaId, input, outcome: Asked },
      async (tx) => {
        const { actor, parts } = ctx
        const { personId } = requirePerson(actor)
        const { areaId, notificationId } = input
        await lockMerges(tx, areaId)
        const undecided = await lockUndecided(tx, parts.keys, input)
        await requireUnmerged(tx, areaId, notificationId)
        const { read, decisions } = undecided
        const offered = { notificationId, read, decisions, caseId: null, caseReference: null }
        const transferId = await offer(tx, { actor, parts }, { ...input, by: personId }, offered)
        return { transferId }
      },
    ),
  )
