import type { Db } from '@cdop/database'
import { Instant, PersonId } from '@cdop/domain'
import { z } from 'zod'
import type { PanelMeetingOf } from '../panel-meeting/meeting-plan-store.ts'

/** Somebody who was invited to a panel meeting, by whom and when. */
export const PanelInvitation = z.strictObject({ personId: PersonId, invitedBy: PersonId, invitedAt: Instant })
type PanelInvitation = z.infer<typeof PanelInvitation>

/** Everybody who was invited, in that order. */
export async function panelInvitationsOf(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
): Promise<PanelInvitation[]> {
  const rows = await tx`
    select person_id, invited_by, invited_at from case_review.panel_invitations
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} order by invited_at, person_id
  `
  return rows.map((row) => PanelInvitation.parse({ ...row }))
}

/** Whether somebody was invited to a meeting; anybody, where no person is named. */
export async function isInvitedTo(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
  personId: PersonId | null = null,
): Promise<boolean> {
  const [row] = await tx`
    select 1 from case_review.panel_invitations
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
      ${personId === null ? tx`` : tx`and person_id = ${personId}`}
    limit 1
  `
  return row !== undefined
}

/** Invites people; answers with those who were not invited before. */
export async function addPanelInvitations(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
  { personIds, by, at }: { personIds: readonly PersonId[]; by: PersonId; at: Instant },
): Promise<PersonId[]> {
  const rows = await tx`
    insert into case_review.panel_invitations (area_id, panel_meeting_id, person_id, invited_by, invited_at)
    select ${areaId}, ${panelMeetingId}, invited.person_id, ${by}, ${at}
    from unnest(${[...new Set(personIds)].sort()}::uuid[]) as invited (person_id)
    on conflict do nothing
    returning person_id
  `
  return rows.map((row) => PersonId.parse(row['personId']))
}
