import type { Db } from '@cdop/database'
import { type AreaId, type Instant, type NotificationId, type PersonId, Refusal } from '@cdop/domain'
import { planCarrying } from './due-transfers.ts'
import { openTransferOf, saveStep, transferIn } from './transfer-store.ts'

/**
 * Takes back whatever was asked of another area about a record that turns out to be of no child who died.
 * @throws Refusal `transfer-under-way` when that area has accepted: it is theirs to report in error
 */
export async function recallOffer(
  tx: Db,
  record: { areaId: AreaId; notificationId: NotificationId; by: PersonId; at: Instant },
): Promise<void> {
  const { areaId, notificationId, by, at } = record
  const open = await openTransferOf(tx, areaId, notificationId)
  if (open === null) return
  const { transferId, otherAreaId } = open
  const offered = await transferIn(tx, areaId, transferId, { lock: true })
  if (offered?.state !== 'requested') throw new Refusal('transfer-under-way')
  await saveStep(tx, areaId, offered, { to: 'recalled', recalledBy: by, recalledAt: at })
  await planCarrying(tx, { transferId, askingAreaId: areaId, askedAreaId: otherAreaId }, at)
}
