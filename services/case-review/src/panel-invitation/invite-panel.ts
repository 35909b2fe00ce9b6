import { AreaId, PanelMeetingId, PersonId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { findPlan } from '../panel-meeting/meeting-plan-store.ts'
import { requires } from '../rpc.ts'
import { addPanelInvitations } from './invitation-store.ts'

/** How many may be invited at once, and to how many meetings: a panel, and a year of it. */
const MOST_PEOPLE = 200
const MOST_MEETINGS = 60

/**
 * Invites people of the panel to one meeting, or to several in one act: to all of them or to none. Somebody who was invited to
 * one before is not invited to it again. The portal mails them: it knows where, and who still has access.
 * @throws Refusal `not-found`, `meeting-over` where one was cancelled or its day is over, `meeting-without-times`
 */
export const invitePanel = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingIds: z.array(PanelMeetingId).min(1).max(MOST_MEETINGS),
      personIds: z.array(PersonId).min(1).max(MOST_PEOPLE),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingIds, personIds } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-invitation.invite', input, outcome: z.null() },
      async (tx) => {
        for (const panelMeetingId of [...new Set(panelMeetingIds)].sort()) {
          const of = { areaId, panelMeetingId }
          const plan = await findPlan(tx, of, 'share')
          if (plan === null) throw new Refusal('not-found')
          if (plan.cancelledAt !== null || plan.heldOn < parts.clock.today())
            throw new Refusal('meeting-over')
          if (plan.startsAt === null) throw new Refusal('meeting-without-times')
          const added = { personIds, by: person.personId, at: parts.clock.now() }
          const invited = await addPanelInvitations(tx, of, added)
          if (invited.length === 0) continue
          await parts.publisher.publish(tx, actor, areaId, {
            type: 'panel-meeting.announced.v1',
            subject: panelMeetingId,
            payload: { panelMeetingId, sequence: plan.sequence, personIds: invited },
          })
          await parts.audit.record(tx, actor, areaId, {
            action: 'panel-invitation.invite',
            object: { kind: 'panel-meeting', id: panelMeetingId },
          })
        }
        return null
      },
    )
  })
