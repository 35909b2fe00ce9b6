import type { Db } from '@cdop/database'
import {
  type Actor,
  AreaId,
  type Instant,
  type PersonId,
  Refusal,
  TransferDeclineReason,
  TransferId,
} from '@cdop/domain'
import { AttemptKey, changeOnce, type ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { planCarrying } from './due-transfers.ts'
import { offerEnded } from './offer-ended.ts'
import { findTransfer, type Stepped, saveStep, type Transfer } from './transfer-store.ts'

const Answering = z.strictObject({
  areaId: AreaId,
  transferId: TransferId,
  key: AttemptKey,
  /** As the person saw it. */
  version: z.int().positive(),
})
type Answering = z.infer<typeof Answering>

const Answered = z.strictObject({ transferId: TransferId })

/** Takes a person's step in the row of their own area, and has it carried to the other. */
async function answer(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  { areaId, transferId, version }: Answering,
  { side, as }: { side: Transfer['side']; as(by: PersonId, at: Instant): Stepped },
): Promise<{ transferId: TransferId }> {
  const { personId } = requirePerson(actor)
  const transfer = await findTransfer(tx, areaId, transferId, { lock: true })
  if (transfer.side !== side) throw new Refusal('not-found')
  if (transfer.state !== 'requested') throw new Refusal('transfer-answered')
  if (transfer.version !== version) throw new Refusal('stale')
  const at = parts.clock.now()
  const stepped = as(personId, at)
  await saveStep(tx, areaId, transfer, stepped)
  const [askingAreaId, askedAreaId] =
    side === 'asking' ? [areaId, transfer.otherAreaId] : [transfer.otherAreaId, areaId]
  await planCarrying(tx, { transferId, askingAreaId, askedAreaId }, at)
  await parts.audit.record(tx, actor, areaId, {
    action: `transfer.${stepped.to}`,
    object: { kind: 'transfer', id: transferId },
  })
  if (stepped.to === 'recalled') await parts.publisher.publish(tx, actor, areaId, ...offerEnded(transfer))
  return { transferId }
}

/**
 * Agrees to take a record over. It arrives when the area that holds it has heard of it; a recall that was there first
 * stands.
 * @throws Refusal `transfer-answered`, `stale`, `not-found`
 */
export const acceptTransfer = requires('transfer:decide')
  .input(Answering)
  .output(Answered)
  .mutation(({ ctx, input }) =>
    changeOnce(ctx, { procedure: 'transfer.accept', areaId: input.areaId, input, outcome: Answered }, (tx) =>
      answer(tx, ctx, input, {
        side: 'asked',
        as: (answeredBy, answeredAt) => ({ to: 'accepted', answeredBy, answeredAt }),
      }),
    ),
  )

/** Does not take a record over: it stays where it is, as it was. @throws Refusal as accepting does */
export const declineTransfer = requires('transfer:decide')
  .input(Answering.extend({ reason: TransferDeclineReason }))
  .output(Answered)
  .mutation(({ ctx, input }) =>
    changeOnce(ctx, { procedure: 'transfer.decline', areaId: input.areaId, input, outcome: Answered }, (tx) =>
      answer(tx, ctx, input, {
        side: 'asked',
        as: (answeredBy, answeredAt) => ({
          to: 'declined',
          answeredBy,
          answeredAt,
          declineReason: input.reason,
        }),
      }),
    ),
  )

/** Takes a request back while it is not accepted. @throws Refusal `transfer-answered`, `stale`, `not-found` */
export const recallTransfer = requires('transfer:request')
  .input(Answering)
  .output(Answered)
  .mutation(({ ctx, input }) =>
    changeOnce(ctx, { procedure: 'transfer.recall', areaId: input.areaId, input, outcome: Answered }, (tx) =>
      answer(tx, ctx, input, {
        side: 'asking',
        as: (recalledBy, recalledAt) => ({ to: 'recalled', recalledBy, recalledAt }),
      }),
    ),
  )
