import type { Db } from '@cdop/database'
import type { AreaId, UrgentAlertId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import type { PortalParts } from '../portal-parts.ts'
import { type AlertMailAbout, addAlertMail, peopleToRemind, peopleToTell } from './alert-mail-store.ts'
import { MAIL_ALERT } from './mail-alert.ts'

/**
 * Has everybody who is to know of an urgent alert told by mail, in the transaction that hears of it: what was heard has its
 * mails, whatever happens to this process next. Each is asked for once.
 */
export async function askPeople(
  tx: Db,
  { clock }: PortalParts,
  { areaId, alertId, about }: { areaId: AreaId; alertId: UrgentAlertId; about: AlertMailAbout },
): Promise<void> {
  const people = about === 'raised' ? await peopleToTell(tx, areaId) : await peopleToRemind(tx, areaId)
  for (const personId of people) {
    const mail = { areaId, alertId, about, personId }
    if (!(await addAlertMail(tx, mail, clock.now()))) continue
    await addJob(tx, 'portal', MAIL_ALERT, mail, `${MAIL_ALERT}:${alertId}:${about}:${personId}`)
  }
}
