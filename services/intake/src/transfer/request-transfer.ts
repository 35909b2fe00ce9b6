import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  AgeBand,
  AreaId,
  ageBand,
  countedAuthority,
  NotificationId,
  Refusal,
  TransferId,
  TransferReason,
} from '@cdop/domain'
import { newDataKey } from '@cdop/encryption'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { knownAreaName } from '../area/area-directory-store.ts'
import { knownIdentityOf } from '../identity/child-identity.ts'
import { identifiersIn } from '../identity/identifiers-in.ts'
import { requirePerson } from '../identity/require-person.ts'
import { lockMerges, requireUnmerged } from '../merge/merge-store.ts'
import { lockUndecided, type Undecided } from '../notification/decide.ts'
import { requires } from '../rpc.ts'
import { planCarrying } from './due-transfers.ts'
import { LearningSharePlan, sealPlan } from './transfer-plan.ts'
import { addTransfer, openTransferOf } from './transfer-store.ts'

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

/** @throws Refusal `response-undecided`: who must respond tonight is not left to another area */
async function requireResponseDecided(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<void> {
  const waiting = await tx`
    select from intake.responses
    where area_id = ${areaId} and notification_id = ${notificationId} and state = 'awaiting-decision'
  `
  if (waiting.length > 0) throw new Refusal('response-undecided')
}

/** @throws Refusal `identifiers-in-plan`: the other area reads the plan before it may know who the child was */
function requireUnnamed(plan: string, { read: { content } }: Undecided): void {
  const known = knownIdentityOf(content)
  const found = identifiersIn(plan, { ...known, dateOfBirth: known.dateOfBirth ?? known.dateOfDeath })
  if (found.length > 0) throw new Refusal('identifiers-in-plan', found)
}

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
        const { areaId, notificationId, toAreaId, reason, plan } = input
        await lockMerges(tx, areaId)
        const undecided = await lockUndecided(tx, parts.keys, input)
        await requireUnmerged(tx, areaId, notificationId)
        if ((await openTransferOf(tx, areaId, notificationId)) !== null) throw new Refusal('transfer-open')
        await requireResponseDecided(tx, areaId, notificationId)
        if (toAreaId === areaId || (await knownAreaName(tx, toAreaId)) === null) {
          throw new Refusal('invalid-answers', ['toAreaId'])
        }
        requireUnnamed(plan, undecided)
        const { child, death } = undecided.read.content
        const { dateOfBirth } = child
        const transferId = TransferId.parse(randomUUID())
        const wrapped = newDataKey(parts.keys, areaId, transferId)
        const requestedAt = parts.clock.now()
        await addTransfer(tx, areaId, {
          transferId,
          side: 'asking',
          otherAreaId: toAreaId,
          notificationId,
          reason,
          ageBand: AgeBand.nullable().parse(dateOfBirth && ageBand(dateOfBirth, death.dateOfDeath)),
          diedIn: death.dateOfDeath.slice(0, 7),
          localAuthority: countedAuthority(undecided.read.content, undecided.decisions.residency),
          placeOfDeath: death.placeOfDeath,
          requestedBy: personId,
          requestedAt,
          plan: sealPlan(parts.keys, { areaId, transferId, wrapped }, plan),
          wrapped,
        })
        await planCarrying(tx, { transferId, askingAreaId: areaId, askedAreaId: toAreaId }, requestedAt)
        await parts.audit.record(tx, actor, areaId, {
          action: 'transfer.request',
          object: { kind: 'notification', id: notificationId },
          fieldClasses: ['identity'],
        })
        return { transferId }
      },
    ),
  )
