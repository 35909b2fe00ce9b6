import type { Db } from '@cdop/database'
import type { AreaId, RelatedId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import type { PortalParts } from '../portal-parts.ts'
import { addDoctorMail, designatedDoctors } from './doctor-mail-store.ts'
import { MAIL_DOCTOR } from './mail-doctor.ts'

/**
 * Has every designated doctor of an area told by mail that another child of a home or family died, in the transaction
 * that hears of it: what was heard has its mails, whatever happens to this process next. Each is asked for once.
 */
export async function askDoctors(
  tx: Db,
  { clock }: PortalParts,
  { areaId, relatedId }: { areaId: AreaId; relatedId: RelatedId },
): Promise<void> {
  for (const personId of await designatedDoctors(tx, areaId)) {
    const mail = { areaId, relatedId, personId }
    if (!(await addDoctorMail(tx, mail, clock.now()))) continue
    await addJob(tx, 'portal', MAIL_DOCTOR, mail, `${MAIL_DOCTOR}:${relatedId}:${personId}`)
  }
}
