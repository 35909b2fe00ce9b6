import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { meetingsOf, PanelMeeting } from './panel-meeting-store.ts'

/** The panel meetings of the area, newest first. */
export const listMeetings = requires('panel-meeting:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(PanelMeeting.extend({ cases: z.number().int() })) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-meeting.list',
        object: { kind: 'area', id: areaId },
      })
      return { rows: await meetingsOf(tx, areaId, personId) }
    })
  })
