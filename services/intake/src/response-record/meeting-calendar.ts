import {
  AreaId,
  Refusal,
  ResponseId,
  ResponseMeetingId,
  type ResponseMeetingKind,
  requireArea,
} from '@cdop/domain'
import { calendarFile } from '@cdop/mail'
import { z } from 'zod'
import { areaName } from '../area/area-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { responseLink } from '../joint-agency-response/page-message.ts'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { findMeeting, openMeeting } from './meeting-store.ts'
import { seeRecord, WithheldCases } from './record-access.ts'

const titles: Readonly<Record<ResponseMeetingKind, string>> = {
  'initial-planning': 'initial information sharing and planning meeting',
  'scene-visit': 'visit',
  'multi-agency': 'multi-agency meeting',
  'post-mortem-results': 'post-mortem results meeting',
  'final-discussion': 'final case discussion',
}

/**
 * The calendar file of a meeting: what kind, when and where, and where to sign in. Nothing of the child, and of a visit not
 * where it is. Audited before it is answered. @throws Refusal `not-found` for one without a time, and as `seeRecord`
 */
export const responseMeetingCalendar = requires('response:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      responseMeetingId: ResponseMeetingId,
      withheld: WithheldCases,
      pass: PassToken.optional(),
    }),
  )
  .output(z.strictObject({ calendar: z.string() }))
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, responseId, responseMeetingId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { responseIds } = await seeRecord(tx, { person, keyring: parts.keyring }, input)
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.calendar',
        object: { kind: 'response', id: responseId },
      })
      const row = await findMeeting(tx, { areaId, responseIds }, { responseMeetingId })
      const { kind, startsAt, endsAt, place, sequence, state } = await openMeeting(
        tx,
        parts.keys,
        areaId,
        row,
      )
      if (startsAt === null || endsAt === null) throw new Refusal('not-found')
      const calendar = calendarFile({
        uid: responseMeetingId,
        product: 'Joint agency responses',
        summary: `Joint agency response: ${titles[kind]}`,
        description: `Child Death Overview Panel for ${await areaName(tx, areaId)}. Do not add the child’s name to this entry. ${responseLink(parts.portalPublicUrl, responseId)}`,
        startsAt,
        endsAt,
        place: kind === 'scene-visit' ? null : place,
        sequence,
        cancelled: state === 'not-held',
        at: parts.clock.now(),
      })
      return { calendar }
    })
  })
