import type { Db } from '@cdop/database'
import { type AreaId, type NewEvent, stillConfirms } from '@cdop/domain'
import { confirmationsOf } from '../confirmation/confirmation-store.ts'
import { confirmedEvent } from '../confirmation/confirmed-event.ts'
import type { KnownRecord } from './known-record.ts'

/**
 * What other services hear when the date of death moves back before a confirmation that it had passed: it counts again.
 * That it no longer counts when the date moves past it, they see by the date alone.
 */
export async function confirmedAgain(
  tx: Db,
  areaId: AreaId,
  before: KnownRecord,
  after: KnownRecord,
): Promise<readonly NewEvent[]> {
  const { caseId, notificationId } = after
  if (caseId === null || before.identity.dateOfDeath === after.identity.dateOfDeath) return []
  const [newest] = await confirmationsOf(tx, { areaId, notificationId }, null)
  if (newest === undefined || stillConfirms(newest, before.identity.dateOfDeath)) return []
  return stillConfirms(newest, after.identity.dateOfDeath) ? [confirmedEvent(caseId, newest)] : []
}
