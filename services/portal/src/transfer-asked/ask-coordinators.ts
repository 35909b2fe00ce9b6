import type { Db } from '@cdop/database'
import type { AreaId, TransferId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { coordinatorsOf } from './coordinators.ts'
import { MAIL_COORDINATOR } from './mail-coordinator.ts'

/**
 * Has every coordinator of an area told by mail that another area asks it to take a record, in the transaction that
 * hears of it: once it commits, each is mailed whatever happens to this process next.
 */
export async function askCoordinators(
  tx: Db,
  { areaId, transferId }: { areaId: AreaId; transferId: TransferId },
): Promise<void> {
  for (const personId of await coordinatorsOf(tx, areaId)) {
    const mail = { areaId, transferId, personId }
    await addJob(tx, 'portal', MAIL_COORDINATOR, mail, `${MAIL_COORDINATOR}:${transferId}:${personId}`)
  }
}
