import { randomUUID } from 'node:crypto'
import { AreaId, PanelMeetingId, PanelMeetingKind, PlainDate } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { insertMeeting } from './panel-meeting-store.ts'

const outcome = z.strictObject({ panelMeetingId: PanelMeetingId })

/** Sets the day of a panel meeting, and what the panel meets as. */
export const arrangeMeeting = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId, kind: PanelMeetingKind, heldOn: PlainDate, key: AttemptKey }))
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, kind, heldOn } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.arrange', input, outcome },
      async (tx) => {
        const panelMeetingId = PanelMeetingId.parse(randomUUID())
        await insertMeeting(tx, areaId, { panelMeetingId, kind, heldOn, by, at: parts.clock.now() })
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.arrange',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
        return { panelMeetingId }
      },
    )
  })
