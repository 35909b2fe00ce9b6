import type { Db } from '@cdop/database'
import type { AreaId, RegionalMeetingId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { coordinatorsOf } from '../transfer-asked/coordinators.ts'
import { MAIL_REGIONAL } from './mail-regional.ts'

/**
 * Has every coordinator of an area told by mail that another area asks it to a regional meeting, in the transaction that
 * hears of it: once it commits, each is mailed whatever happens to this process next.
 */
export async function askToRegional(
  tx: Db,
  { areaId, regionalMeetingId }: { areaId: AreaId; regionalMeetingId: RegionalMeetingId },
): Promise<void> {
  for (const personId of await coordinatorsOf(tx, areaId)) {
    const mail = { areaId, regionalMeetingId, personId }
    await addJob(tx, 'portal', MAIL_REGIONAL, mail, `${MAIL_REGIONAL}:${regionalMeetingId}:${personId}`)
  }
}
