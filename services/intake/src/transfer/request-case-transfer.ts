import { AreaId, CaseId, Refusal, TransferId, TransferReason } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { notificationOfCase } from '../case/case-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { requirePerson } from '../identity/require-person.ts'
import { lockMerges, requireUnmerged } from '../merge/merge-store.ts'
import { findNotification, lockNotification } from '../notification/notification-store.ts'
import { openAnswers } from '../notification/sealed-answers.ts'
import { scopeDecisionsOn } from '../residency/scope-decision-store.ts'
import { requires } from '../rpc.ts'
import { offer } from './offer.ts'
import { LearningSharePlan } from './transfer-plan.ts'

const Asking = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  key: AttemptKey,
  pass: PassToken,
  toAreaId: AreaId,
  reason: TransferReason,
  plan: LearningSharePlan,
})

const Asked = z.strictObject({ transferId: TransferId })

/**
 * Asks another area to take over a case. How far the case has come is case-review's to know: it asks here for the person,
 * after it has stopped whatever would take the case further.
 * @throws Refusal as asking for a notification does; `not-found` without a pass for the case
 */
export const requestCaseTransfer = requires('transfer:request')
  .input(Asking)
  .output(Asked)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'transfer.request-case', areaId: input.areaId, input, outcome: Asked },
      async (tx) => {
        const { actor, parts } = ctx
        const { personId } = requirePerson(actor)
        const { areaId, caseId } = input
        await requirePass(parts.keyring, actor, [caseId], input.pass)
        await lockMerges(tx, areaId)
        const notificationId = await notificationOfCase(tx, areaId, caseId)
        if (notificationId === null) throw new Refusal('not-found')
        await lockNotification(tx, areaId, notificationId)
        const stored = await findNotification(tx, areaId, notificationId)
        if (stored.state !== 'accepted') throw new Refusal('notification-decided')
        await requireUnmerged(tx, areaId, notificationId)
        const { wrapped, reference: caseReference } = stored
        const read = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
        const decisions = await scopeDecisionsOn(tx, { areaId, notificationId })
        const offered = { notificationId, caseId, caseReference, read, decisions }
        return { transferId: await offer(tx, { actor, parts }, { ...input, by: personId }, offered) }
      },
    ),
  )
