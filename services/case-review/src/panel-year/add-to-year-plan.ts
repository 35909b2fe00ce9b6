import { AreaId, MeetingDays, PanelMeetingKind, PlainTime, plannedDates, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { PanelMeetingPlace } from '../panel-meeting/meeting-plan-store.ts'
import { requires } from '../rpc.ts'
import { calendarOf, MOST_PLANNED, saveYearPlan, yearPlanToChange } from './year-plan-store.ts'

/**
 * Adds the meetings of one kind of panel to the plan of a year: by a rule of weekdays or on dates that were put in, round bank
 * holidays and meetings that are there. Nothing is arranged by it. `version` is that of the plan, 0 while there is none.
 * @throws Refusal `stale`; `dates-out-of-order` where it would end before it begins; `too-large` over 60 meetings
 */
export const addToYearPlan = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      year: ReportingYearCode,
      version: z.int().nonnegative(),
      kind: PanelMeetingKind,
      days: MeetingDays,
      startsAt: PlainTime,
      endsAt: PlainTime,
      place: PanelMeetingPlace.nullable(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, year, kind, days, startsAt, endsAt, place } = input
    if (endsAt <= startsAt) throw new Refusal('dates-out-of-order', ['endsAt'])
    const change = { areaId, procedure: 'panel-year.add', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const { planId, plan } = await yearPlanToChange(tx, parts, input)
      const found = plannedDates(days, await calendarOf(tx, parts, input, plan))
      const added = found.planned.map((dates, at) => ({
        ...{ number: plan.next + at, kind, ...dates, startsAt, endsAt, place },
      }))
      const meetings = [...plan.meetings, ...added]
      if (meetings.length > MOST_PLANNED) throw new Refusal('too-large')
      const leftOut = [...plan.leftOut, ...found.leftOut.map((one) => ({ kind, ...one }))]
      const next = plan.next + added.length
      const saved = { planId, plan: { meetings, leftOut, next }, by, at: parts.clock.now() }
      await saveYearPlan(tx, parts, { areaId, year }, saved)
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-year.add',
        object: { kind: 'area', id: areaId },
      })
      return null
    })
  })
