import { AreaId, PanelMeetingId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { findPlan } from './meeting-plan-store.ts'
import { insertPause } from './panel-meeting-store.ts'

/**
 * Records that a meeting ended with a pause, and that where to find support was said. Whoever records it first stands for it.
 * @throws Refusal `date-in-future` before the day of the meeting, `meeting-over` once it was called off
 */
export const recordPause = requires('panel-meeting:defer')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, panelMeetingId } = input
    const change = { areaId, procedure: 'panel-meeting.record-pause', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const meeting = await findPlan(tx, { areaId, panelMeetingId }, 'update')
      if (meeting === null) throw new Refusal('not-found')
      if (meeting.cancelledAt !== null) throw new Refusal('meeting-over')
      if (meeting.heldOn > parts.clock.today()) throw new Refusal('date-in-future', ['heldOn'])
      if (await insertPause(tx, areaId, { panelMeetingId, by: personId, at: parts.clock.now() })) {
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.record-pause',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
      }
      return null
    })
  })
