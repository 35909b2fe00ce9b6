import {
  AreaId,
  PanelMeetingId,
  PanelMeetingKind,
  PersonId,
  PlainDate,
  PlainTime,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { findPlan, placeOfPanel } from '../panel-meeting/meeting-plan-store.ts'
import { requires } from '../rpc.ts'
import { isInvitedTo } from './invitation-store.ts'

/**
 * For whoever mails it: what somebody who was invited to a panel meeting may be told of it by mail. Nothing of its cases,
 * not even how many there are.
 * @throws Refusal `not-found` where they were not invited
 */
export const announcedMeeting = requires('panel-invitation:mail')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, personId: PersonId }))
  .output(
    z.strictObject({
      kind: PanelMeetingKind,
      heldOn: PlainDate,
      startsAt: PlainTime,
      endsAt: PlainTime,
      place: z.string().nullable(),
      /** A calendar takes the higher one for the newer. */
      sequence: z.int(),
      cancelled: z.boolean(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId, personId } }) => {
    requireArea(actor, areaId)
    const of = { areaId, panelMeetingId }
    return parts.database.transaction(actor, async (tx) => {
      const plan = await findPlan(tx, of)
      if (plan === null || !(await isInvitedTo(tx, of, personId))) throw new Refusal('not-found')
      const { kind, heldOn, startsAt, endsAt, sequence, cancelledAt } = plan
      if (startsAt === null || endsAt === null) throw new Error('a meeting people are invited to has times')
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-invitation.announced',
        object: { kind: 'panel-meeting', id: panelMeetingId },
      })
      const place = await placeOfPanel(tx, await areaCipher(tx, parts.keys, areaId), of)
      return { kind, heldOn, startsAt, endsAt, place, sequence, cancelled: cancelledAt !== null }
    })
  })
