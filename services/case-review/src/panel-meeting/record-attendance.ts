import { AreaId, AttendedAs, PanelAgency, PanelMeetingId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { findPlan } from './meeting-plan-store.ts'
import { Attendance, saveAttendance } from './panel-meeting-store.ts'

const Present = z
  .array(Attendance.extend({ attendedAs: AttendedAs }))
  .min(1)
  .max(60)
  .refine((present) => new Set(present.map(({ personId }) => personId)).size === present.length, {
    message: 'names a person twice',
  })

/**
 * Records who was at a meeting, and for which agency each member of the panel speaks, instead of what was recorded before.
 * @throws Refusal `date-in-future` before the day of the meeting, `meeting-over` once it was called off
 */
export const recordAttendance = requires('panel-meeting:arrange')
  .input(
    z
      .strictObject({
        areaId: AreaId,
        panelMeetingId: PanelMeetingId,
        present: Present,
        panel: z.array(PanelAgency).min(1).max(500),
        key: AttemptKey,
      })
      .refine(({ present, panel }) => present.length <= panel.length, {
        message: 'is fewer than were present',
        path: ['panel'],
      }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { areaId, panelMeetingId, present, panel } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.record-attendance', input, outcome: z.null() },
      async (tx) => {
        const meeting = await findPlan(tx, { areaId, panelMeetingId }, 'update')
        if (meeting === null) throw new Refusal('not-found')
        if (meeting.cancelledAt !== null) throw new Refusal('meeting-over')
        if (meeting.heldOn > parts.clock.today()) throw new Refusal('date-in-future', ['heldOn'])
        await saveAttendance(tx, areaId, panelMeetingId, { present, panel })
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.record-attendance',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
        return null
      },
    )
  })
