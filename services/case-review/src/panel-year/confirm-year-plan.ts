import { randomUUID } from 'node:crypto'
import { AreaId, obstacleOn, PanelMeetingId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { savePlan } from '../panel-meeting/meeting-plan-store.ts'
import { insertMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { calendarOf, markYearConfirmed, yearPlanToChange } from './year-plan-store.ts'

/**
 * Arranges every meeting of a plan in one act: all of them or none, and once. They are meetings like any other from then on.
 * @throws Refusal `panel-cannot-meet-then` where something stands in the way of a day by now; `stale` when the plan was changed
 * or confirmed since; `not-found` for an empty one
 */
export const confirmYearPlan = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      year: ReportingYearCode,
      version: z.int().positive(),
      key: AttemptKey,
    }),
  )
  .output(z.strictObject({ arranged: z.int().positive() }))
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId } = input
    const outcome = z.strictObject({ arranged: z.int().positive() })
    const change = { areaId, procedure: 'panel-year.confirm', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { planId, plan } = await yearPlanToChange(tx, parts, input)
      if (planId === null || plan.meetings.length === 0) throw new Refusal('not-found')
      const at = parts.clock.now()
      const cipher = await areaCipher(tx, parts.keys, areaId)
      for (const { number, kind, heldOn, startsAt, endsAt, place } of plan.meetings) {
        const calendar = await calendarOf(tx, parts, input, { meetings: [] }, number)
        if (obstacleOn(heldOn, calendar) !== null) throw new Refusal('panel-cannot-meet-then', ['heldOn'])
        const panelMeetingId = PanelMeetingId.parse(randomUUID())
        await insertMeeting(tx, areaId, { panelMeetingId, kind, heldOn, by, at })
        await savePlan(tx, cipher, { areaId, panelMeetingId }, { kind, heldOn, startsAt, endsAt, place })
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.arrange',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
      }
      await markYearConfirmed(tx, areaId, { planId, by, at })
      return { arranged: plan.meetings.length }
    })
  })
