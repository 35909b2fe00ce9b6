import type { Db } from '@cdop/database'
import {
  type AreaId,
  CancelMeetingReason,
  CaseId,
  Instant,
  type PanelMeetingId,
  PersonId,
  PlainTime,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { PanelMeeting } from './panel-meeting-store.ts'

/** A panel meeting of an area. */
export type PanelMeetingOf = { areaId: AreaId; panelMeetingId: PanelMeetingId }

/** Where a panel meets: a room, an address, a link to a call. */
export const PanelMeetingPlace = text(300)

/** A meeting as it is planned. */
export const MeetingPlan = PanelMeeting.extend({
  /** Null until somebody said from when to when. */
  startsAt: PlainTime.nullable(),
  endsAt: PlainTime.nullable(),
  /** What its invitations count. */
  sequence: z.int().nonnegative(),
  /** How often it was changed, its agenda included. */
  version: z.int().positive(),
  cancelledAt: Instant.nullable(),
  cancelledBy: PersonId.nullable(),
  cancelReason: CancelMeetingReason.nullable(),
})
export type MeetingPlan = z.infer<typeof MeetingPlan>

const tableOf = ({ panelMeetingId }: PanelMeetingOf) => `panel_meetings/${panelMeetingId}`

/** The meeting, or null where the transaction sees none; `share` keeps it from being changed meanwhile. */
export async function findPlan(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
  lock: 'update' | 'share' | null = null,
): Promise<MeetingPlan | null> {
  const [row] = await tx`
    select panel_meeting_id, kind, held_on, starts_at, ends_at, sequence, version, cancelled_at, cancelled_by,
      cancel_reason
    from case_review.panel_meetings
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
    ${lock === null ? tx`` : lock === 'share' ? tx`for share` : tx`for update`}
  `
  return row === undefined ? null : MeetingPlan.parse(row)
}

/** Where a meeting is, opened with the key of the area; null while nobody has said. */
export async function placeOfPanel(
  tx: Db,
  cipher: SubjectCipher,
  meeting: PanelMeetingOf,
): Promise<string | null> {
  const [row] = await tx<{ place: Buffer | null }[]>`
    select place from case_review.panel_meetings
    where area_id = ${meeting.areaId} and panel_meeting_id = ${meeting.panelMeetingId}
  `
  if (row === undefined || row.place === null) return null
  return PanelMeetingPlace.parse(cipher.openJson(tableOf(meeting), 'place', row.place))
}

/** It is at another time or place, or of another kind: its invitations count one more. */
export async function savePlan(
  tx: Db,
  cipher: SubjectCipher,
  meeting: PanelMeetingOf,
  plan: Pick<MeetingPlan, 'kind' | 'heldOn' | 'startsAt' | 'endsAt'> & { place: string | null },
): Promise<void> {
  const { kind, heldOn, startsAt, endsAt } = plan
  const place = plan.place === null ? null : cipher.sealJson(tableOf(meeting), 'place', plan.place)
  await tx`
    update case_review.panel_meetings
    set kind = ${kind}, held_on = ${heldOn}, starts_at = ${startsAt}, ends_at = ${endsAt}, place = ${place},
      sequence = sequence + 1, version = version + 1
    where area_id = ${meeting.areaId} and panel_meeting_id = ${meeting.panelMeetingId}
  `
}

/** It will not be held. */
export async function markPanelCancelled(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
  { reason, by, at }: { reason: CancelMeetingReason; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.panel_meetings
    set cancelled_at = ${at}, cancelled_by = ${by}, cancel_reason = ${reason}, sequence = sequence + 1,
      version = version + 1
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
}

/** Whether a panel has met or settled anything there: who attended was recorded, a case was decided or put back. */
export async function hasDecided(tx: Db, { areaId, panelMeetingId }: PanelMeetingOf): Promise<boolean> {
  const [row] = await tx<{ decided: boolean }[]>`
    select case_review.has_decided(${areaId}, ${panelMeetingId}) as decided
  `
  return row?.decided ?? false
}

/** The cases that wait for this meeting, locked, those a merge keeps aside as well. */
export async function casesWaitingFor(tx: Db, { areaId, panelMeetingId }: PanelMeetingOf): Promise<CaseId[]> {
  const rows = await tx`
    select c.case_id from case_review.listings l
    join case_review.cases c on c.area_id = l.area_id and c.case_id = l.case_id
    where l.area_id = ${areaId} and l.panel_meeting_id = ${panelMeetingId}
      and coalesce(c.state_before_merge, c.state) = 'listed'
    order by c.case_id
    for update of c
  `
  return rows.map((row) => CaseId.parse(row['caseId']))
}

/** Puts the items of an agenda in an order, with the minutes of those that were given some. */
export async function saveAgenda(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
  order: readonly CaseId[],
  minutes: ReadonlyMap<CaseId, number>,
): Promise<void> {
  for (const [index, caseId] of order.entries()) {
    await tx`
      update case_review.listings
      set place_on_agenda = ${index + 1}, minutes = coalesce(${minutes.get(caseId) ?? null}, minutes)
      where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} and case_id = ${caseId}
    `
  }
  await tx`
    update case_review.panel_meetings set version = version + 1
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
}
