import { AreaId, PanelMeetingId, PanelMeetingKind, PlainDate, PlainTime, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requireOwnPlan } from '../regional-meeting/regional-store.ts'
import { requires } from '../rpc.ts'
import { PanelMeetingPlace } from './meeting-plan-store.ts'
import { moveMeeting } from './move-meeting.ts'
import { planToChange } from './seen-plan.ts'

/**
 * Moves a meeting to another day, time or place, or has the panel meet as something else: which rule of quorum holds
 * follows from that. Its cases stay on it. Once something was decided its day and kind stand.
 * Whoever was invited is told of what is another, unless its day is over; one that is saved as it was stays as it was.
 * @throws Refusal `meeting-without-times` where somebody was invited; `panel-meeting-decided`, `dates-out-of-order`, `meeting-over`, `part-of-regional-meeting`, `stale`,
 * `not-found`
 */
export const changeMeeting = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      version: z.int().positive(),
      kind: PanelMeetingKind,
      heldOn: PlainDate,
      times: z.strictObject({ startsAt: PlainTime, endsAt: PlainTime }).nullable(),
      place: PanelMeetingPlace.nullable(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    requirePerson(actor)
    const { areaId, panelMeetingId, kind, heldOn, times, place } = input
    const of = { areaId, panelMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.change', input, outcome: z.null() },
      async (tx) => {
        const plan = await planToChange(tx, input)
        if (times !== null && times.endsAt <= times.startsAt)
          throw new Refusal('dates-out-of-order', ['endsAt'])
        await requireOwnPlan(tx, of)
        const { startsAt, endsAt } = times ?? { startsAt: null, endsAt: null }
        await moveMeeting(tx, { actor, parts }, plan, { areaId, kind, heldOn, startsAt, endsAt, place })
        return null
      },
    )
  })
