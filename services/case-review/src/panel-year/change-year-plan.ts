import { AreaId, obstacleOn, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { calendarOf, saveYearPlan, yearPlanToChange } from './year-plan-store.ts'

/**
 * Puts one meeting of a plan on another day, or takes it out of the plan where `heldOn` is null.
 * @throws Refusal `panel-cannot-meet-then`, `stale`, `not-found`
 */
export const changeYearPlan = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      year: ReportingYearCode,
      version: z.int().positive(),
      number: z.int().positive(),
      heldOn: PlainDate.nullable(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, year, number, heldOn } = input
    const change = { areaId, procedure: 'panel-year.change', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const { planId, plan } = await yearPlanToChange(tx, parts, input)
      if (!plan.meetings.some((one) => one.number === number)) throw new Refusal('not-found')
      if (heldOn !== null) {
        const calendar = await calendarOf(tx, parts, input, plan, number)
        if (obstacleOn(heldOn, calendar) !== null) throw new Refusal('panel-cannot-meet-then', ['heldOn'])
      }
      const meetings = plan.meetings.flatMap((one) => {
        if (one.number !== number) return [one]
        return heldOn === null ? [] : [{ ...one, heldOn, because: null }]
      })
      const saved = { planId, plan: { ...plan, meetings }, by, at: parts.clock.now() }
      await saveYearPlan(tx, parts, { areaId, year }, saved)
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-year.change',
        object: { kind: 'area', id: areaId },
      })
      return null
    })
  })
