import type { Db } from '@cdop/database'
import {
  type AreaId,
  mayDoAsOwn,
  type PanelMeetingId,
  type Person,
  type PlainDate,
  Refusal,
  SEAT_DAYS_AFTER,
  SeatAs,
} from '@cdop/domain'
import { findMeeting, type HeldMeeting } from '../panel-meeting/panel-meeting-store.ts'

/** The meetings of an area at which somebody of another has a seat today, and as what. */
export async function seatsOf(
  tx: Db,
  { personId }: Person,
  areaId: AreaId,
  today: PlainDate,
): Promise<ReadonlyMap<string, SeatAs>> {
  const rows = await tx<{ panelMeetingId: string; seat: string }[]>`
    select panel_meeting_id, seat from case_review.guest_seats
    where area_id = ${areaId} and person_id = ${personId} and ${today}::date <= held_on + ${SEAT_DAYS_AFTER}::int
  `
  return new Map(rows.map((row) => [row.panelMeetingId, SeatAs.parse(row.seat)]))
}

/** Somebody who is in the area by a seat alone: of its meetings there is only the one they have it at. */
export const isGuest = (person: Person): boolean => !mayDoAsOwn(person, 'panel-meeting:read')

/**
 * A meeting that is there for a person, and what they come to it as if they are of another area.
 * @throws Refusal `not-found` also for somebody of another area who has no seat at it, or none any more
 */
export async function openedMeeting(
  tx: Db,
  person: Person,
  { areaId, panelMeetingId, today }: { areaId: AreaId; panelMeetingId: PanelMeetingId; today: PlainDate },
): Promise<{ meeting: HeldMeeting; seat: SeatAs | null }> {
  const meeting = await findMeeting(tx, areaId, panelMeetingId)
  if (meeting === null) throw new Refusal('not-found')
  if (!isGuest(person)) return { meeting, seat: null }
  const seat = (await seatsOf(tx, person, areaId, today)).get(panelMeetingId) ?? null
  if (seat === null) throw new Refusal('not-found')
  return { meeting, seat }
}
