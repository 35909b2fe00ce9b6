import { AreaId, DateObstacle, obstacleOn, requireArea } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { calendarOf, DayLeftOut, MeetingToPlan, openYearPlan } from './year-plan-store.ts'

/** The open plan of a year, the next meeting first, each with what stands in its way by now. */
export const readYearPlan = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode }))
  .output(
    z.strictObject({
      /** 0 while there is none. */
      version: z.int().nonnegative(),
      meetings: z.array(MeetingToPlan.extend({ obstacle: DateObstacle.nullable() })),
      leftOut: z.array(DayLeftOut),
    }),
  )
  .query(({ ctx: { actor, parts }, input }) => {
    requirePerson(actor)
    const { areaId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { version, plan } = await openYearPlan(tx, parts, input)
      const meetings = []
      for (const meeting of plan.meetings) {
        const calendar = await calendarOf(tx, parts, input, plan, meeting.number)
        meetings.push({ ...meeting, obstacle: obstacleOn(meeting.heldOn, calendar) })
      }
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-year.plan',
        object: { kind: 'area', id: areaId },
      })
      meetings.sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1))
      return { version, meetings, leftOut: plan.leftOut }
    })
  })
