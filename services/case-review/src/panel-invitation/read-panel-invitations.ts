import { AreaId, PanelMeetingId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { findPlan } from '../panel-meeting/meeting-plan-store.ts'
import { requires } from '../rpc.ts'
import { PanelInvitation, panelInvitationsOf } from './invitation-store.ts'

/**
 * Who was invited to a panel meeting, by whom and when.
 * @throws Refusal `not-found`
 */
export const readPanelInvitations = requires('panel-meeting:defer')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(z.strictObject({ rows: z.array(PanelInvitation) }))
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      if ((await findPlan(tx, { areaId, panelMeetingId })) === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-invitation.read',
        object: { kind: 'panel-meeting', id: panelMeetingId },
      })
      return { rows: await panelInvitationsOf(tx, { areaId, panelMeetingId }) }
    })
  })
