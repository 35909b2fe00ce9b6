import { AreaId, CancelMeetingReason, PanelMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requireOwnPlan } from '../regional-meeting/regional-store.ts'
import { requires } from '../rpc.ts'
import { callOff } from './call-off.ts'
import { planToChange } from './seen-plan.ts'

/**
 * Calls a meeting off at which nothing was decided. Its cases are as ready for a panel as they were, and keep their summary.
 * Whoever was invited is told, unless its day is over.
 * @throws Refusal `panel-meeting-decided`, `meeting-over`, `part-of-regional-meeting`, `stale`, `not-found`
 */
export const cancelMeeting = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      version: z.int().positive(),
      reason: CancelMeetingReason,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, panelMeetingId, reason } = input
    const of = { areaId, panelMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.cancel', input, outcome: z.null() },
      async (tx) => {
        const plan = await planToChange(tx, input)
        await requireOwnPlan(tx, of)
        await callOff(tx, { actor, parts }, plan, { areaId, reason, by })
        return null
      },
    )
  })
