import type { Db } from '@cdop/database'
import { AreaId, type Instant, TransferId } from '@cdop/domain'
import { z } from 'zod'

/** A transfer between two areas, as far as carrying it needs to know. */
export const CarriedTransfer = z.strictObject({
  transferId: TransferId,
  askingAreaId: AreaId,
  askedAreaId: AreaId,
})
export type CarriedTransfer = z.infer<typeof CarriedTransfer>

/** Has a transfer carried on, once this transaction has committed. */
export async function planCarrying(tx: Db, transfer: CarriedTransfer, at: Instant): Promise<void> {
  const { transferId, askingAreaId, askedAreaId } = transfer
  await tx`
    insert into intake.transfers_due (transfer_id, asking_area_id, asked_area_id, due_at)
    values (${transferId}, ${askingAreaId}, ${askedAreaId}, ${at})
    on conflict (transfer_id) do update set due_at = excluded.due_at
  `
}

/**
 * Takes what is due, each put off until `until`: a process that dies at it is followed by another, and no two are at
 * one at a time.
 */
export async function claimDue(
  sql: Db,
  { now, until, most }: { now: Instant; until: Instant; most: number },
): Promise<CarriedTransfer[]> {
  const rows = await sql`
    update intake.transfers_due d set due_at = ${until}
    from (
      select transfer_id from intake.transfers_due where due_at <= ${now}
      order by due_at limit ${most} for update skip locked
    ) due
    where d.transfer_id = due.transfer_id
    returning d.transfer_id, d.asking_area_id, d.asked_area_id
  `
  return rows.map((row) => CarriedTransfer.parse({ ...row }))
}

/** There is nothing to carry any more; unless somebody has planned it anew meanwhile. */
export async function letRest(sql: Db, transferId: TransferId, claimedUntil: Instant): Promise<void> {
  await sql`
    delete from intake.transfers_due where transfer_id = ${transferId} and due_at = ${claimedUntil}
  `
}
