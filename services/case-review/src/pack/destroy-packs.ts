import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, PackId, packOpensUntil, RequestId } from '@cdop/domain'
import { caseReviewIn } from '../area/area-access.ts'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import type { Parts } from '../parts.ts'
import { findPack, stepPack } from './pack-store.ts'

/** Whether a case of the pack is on hold, or was put back: its texts are then kept. */
async function isKept(tx: Db, areaId: AreaId, packId: PackId): Promise<boolean> {
  const rows = await tx`
    select from case_review.pack_cases p
    join case_review.cases c on c.area_id = p.area_id and c.case_id = p.case_id
    where p.area_id = ${areaId} and p.pack_id = ${packId} and (
      c.state = 'deferred' or exists (
        select from case_review.holds h
        where h.area_id = p.area_id and h.case_id = any (c.case_ids) and h.ended_on is null
      )
    ) limit 1
  `
  return rows.length > 0
}

/** Destroys the texts of a pack and the key they are sealed with; what was decided and signed stays. */
async function destroy(tx: Db, areaId: AreaId, packId: PackId, at: string): Promise<void> {
  await tx`
    update case_review.pack_cases set compiled = null where area_id = ${areaId} and pack_id = ${packId}
  `
  await tx`delete from case_review.data_keys where area_id = ${areaId} and subject = ${packId}`
  await tx`
    update case_review.packs set destroyed_at = ${at} where area_id = ${areaId} and pack_id = ${packId}
  `
  await tx`delete from case_review.packs_to_destroy where area_id = ${areaId} and pack_id = ${packId}`
}

async function lookAt(parts: Parts, areaId: AreaId, packId: PackId): Promise<void> {
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  await parts.database.transaction(self, async (tx) => {
    const pack = await findPack(tx, areaId, packId, { lock: true })
    if (pack === null || pack.destroyedAt !== null || pack.expiresAfterDays === null) return
    const meeting = await findMeeting(tx, areaId, pack.panelMeetingId)
    if (meeting === null) return
    const over =
      parts.clock.today() > packOpensUntil(meeting.heldOn, { expiresAfterDays: pack.expiresAfterDays })
    if (pack.state === 'released' && !over) return
    if (pack.state === 'released') {
      await stepPack(tx, areaId, packId, 'expired')
      await parts.audit.record(tx, self, areaId, {
        action: 'pack.expire',
        object: { kind: 'pack', id: packId },
      })
    }
    if (await isKept(tx, areaId, packId)) return
    await destroy(tx, areaId, packId, parts.clock.now())
    await parts.audit.record(tx, self, areaId, {
      action: 'pack.destroy',
      object: { kind: 'pack', id: packId },
    })
  })
}

/**
 * Ends packs whose time after the meeting is over, and destroys the texts and the key of those that nobody reads any more. A
 * hold on a case of it, or a case that was put back, keeps the texts until that is over; nothing opens meanwhile. A pack that
 * fails keeps no other waiting.
 * @throws the first failure, when all have had their turn
 */
export async function destroyPacks(parts: Parts): Promise<void> {
  const rows = await parts.database.sql<{ areaId: string; packId: string }[]>`
    select area_id, pack_id from case_review.packs_to_destroy order by area_id, pack_id
  `
  const failures: unknown[] = []
  for (const { areaId, packId } of rows) {
    await lookAt(parts, AreaId.parse(areaId), PackId.parse(packId)).catch((thrown: unknown) =>
      failures.push(thrown),
    )
  }
  if (failures.length > 0) throw failures[0]
}
