import { AreaId, PanelMeetingId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { ToldOfMeeting, toldOfMeeting } from './panel-mail-store.ts'

/** Whom the portal was to tell of a panel meeting, and whether the mail has left. */
export const listPanelMails = requires('panel-meeting:defer')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(z.strictObject({ rows: z.array(ToldOfMeeting) }))
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({
      rows: await toldOfMeeting(tx, { areaId, panelMeetingId }),
    }))
  })
