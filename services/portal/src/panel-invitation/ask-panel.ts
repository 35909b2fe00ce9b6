import type { Db } from '@cdop/database'
import type { AreaId, PanelMeetingId, PersonId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import type { PortalParts } from '../portal-parts.ts'
import { MAIL_PANEL } from './mail-panel.ts'
import { addPanelMails } from './panel-mail-store.ts'

/**
 * Has people who are invited to a panel meeting told of it by mail, in the transaction that hears of it: what was heard has
 * its mails, whatever happens to this process next. Each is asked for once.
 */
export async function askPanel(
  tx: Db,
  { clock }: Pick<PortalParts, 'clock'>,
  {
    personIds,
    ...announced
  }: { areaId: AreaId; panelMeetingId: PanelMeetingId; sequence: number; personIds: readonly PersonId[] },
): Promise<void> {
  const added = await addPanelMails(tx, announced, { personIds, askedAt: clock.now() })
  for (const personId of added) {
    const { areaId, panelMeetingId, sequence } = announced
    const key = `${MAIL_PANEL}:${panelMeetingId}:${personId}:${sequence}`
    await addJob(
      tx,
      'portal',
      MAIL_PANEL,
      { areaId, panelMeetingId, personId, sequence: String(sequence) },
      key,
    )
  }
}
