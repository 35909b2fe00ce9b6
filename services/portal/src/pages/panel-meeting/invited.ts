import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CancelMeetingReason, PanelMeetingId, PersonId, PlainDate, PlainTime } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { type PanelPerson, panelOf } from '../attendance/panel-people.ts'
import type { Invitations, InvitedPerson } from './invitations.ts'

type OfMeeting = {
  readonly panelMeetingId: PanelMeetingId
  readonly heldOn: PlainDate
  readonly startsAt: PlainTime | null
  readonly cancelled: { readonly reason: CancelMeetingReason } | null
}

/** Everybody who can sit on the panel now and was not invited to a meeting. */
export async function notInvited(visit: PersonVisit, panelMeetingId: PanelMeetingId): Promise<PanelPerson[]> {
  const { rows } = await invitationsOf(visit, panelMeetingId)
  const invited = new Set(rows.map(({ personId }) => personId))
  return (await panelOf(visit)).filter(({ personId }) => !invited.has(personId))
}

function invitationsOf({ call, areaId }: PersonVisit, panelMeetingId: PanelMeetingId) {
  return call<CaseReviewRouter>('case-review').panelInvitation.read.query({ areaId, panelMeetingId })
}

/** Who was invited to a meeting, whether the mail has left, and who cannot come. */
export async function readInvitations(
  visit: PersonVisit,
  { panelMeetingId, heldOn, startsAt, cancelled }: OfMeeting,
  { all }: { readonly all: readonly PersonId[] | null },
): Promise<Invitations> {
  const { areaId } = visit
  const { rows } = await invitationsOf(visit, panelMeetingId)
  const mails = await visit.own.panelMail.list({ areaId, panelMeetingId })
  const told = new Map(mails.rows.map((row) => [row.personId, row]))
  const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
  const panel = new Set((await panelOf(visit)).map(({ personId }) => personId))
  const invited = rows.map(({ personId, invitedAt }): InvitedPerson => {
    const mail = told.get(personId)
    return {
      name: names.get(personId) ?? 'Former member',
      invitedAt,
      onPanel: panel.has(personId),
      sentAt: mail?.sentAt ?? null,
      toldBeforeAt: mail?.toldBeforeAt ?? null,
      apologises: all?.includes(personId) ?? false,
    }
  })
  const toCome = cancelled === null && heldOn >= visit.parts.clock.today()
  return {
    invited,
    cancelled: cancelled !== null,
    mayInvite: toCome && visit.mayDo('panel-meeting:arrange'),
    hasTimes: startsAt !== null,
    waiting: [...panel].filter((personId) => !rows.some((row) => row.personId === personId)).length,
  }
}
