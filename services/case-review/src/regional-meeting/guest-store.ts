import type { Db } from '@cdop/database'
import {
  type Actor,
  AreaId,
  PanelAgency,
  type PanelMeetingId,
  PersonId,
  PlainDate,
  SeatAs,
  seatUntil,
} from '@cdop/domain'
import { z } from 'zod'
import { findPlan } from '../panel-meeting/meeting-plan-store.ts'
import type { Parts } from '../parts.ts'
import type { RegionalOf } from './regional-store.ts'

/** Somebody an area sends to the panels of the others: ids and codes, no name. */
export const Guest = z.strictObject({ personId: PersonId, agency: PanelAgency, seat: SeatAs })
export type Guest = z.infer<typeof Guest>

/** Whom an area sends, as far as this one has heard. */
export async function guestsFrom(
  tx: Db,
  { areaId, regionalMeetingId }: RegionalOf,
  homeAreaId: AreaId,
): Promise<Guest[]> {
  const rows = await tx`
    select person_id, agency, seat from case_review.regional_guests
    where area_id = ${areaId} and regional_meeting_id = ${regionalMeetingId} and home_area_id = ${homeAreaId}
    order by person_id
  `
  return rows.map((row) => Guest.parse({ ...row }))
}

/** Replaces whom an area sends. Somebody another area sends already is sent by that one. */
export async function saveGuests(
  tx: Db,
  { areaId, regionalMeetingId }: RegionalOf,
  homeAreaId: AreaId,
  guests: readonly Guest[],
): Promise<void> {
  await tx`
    delete from case_review.regional_guests
    where area_id = ${areaId} and regional_meeting_id = ${regionalMeetingId} and home_area_id = ${homeAreaId}
  `
  for (const { personId, agency, seat } of guests) {
    await tx`
      insert into case_review.regional_guests (area_id, regional_meeting_id, person_id, home_area_id, agency, seat)
      values (${areaId}, ${regionalMeetingId}, ${personId}, ${homeAreaId}, ${agency}, ${seat})
      on conflict do nothing
    `
  }
}

const Seated = Guest.extend({ homeAreaId: AreaId })
type Seated = z.infer<typeof Seated>

/** Who of other areas has a seat at a meeting of this one. */
export async function seatedAt(tx: Db, areaId: AreaId, panelMeetingId: PanelMeetingId): Promise<Seated[]> {
  const rows = await tx`
    select person_id, home_area_id, agency, seat from case_review.guest_seats
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} order by home_area_id, person_id
  `
  return rows.map((row) => Seated.parse({ ...row }))
}

/**
 * Tells who has a seat at a meeting now, all of them, and until when: whoever is not named any more has none. The portal
 * lets nobody in without, and this service looks for itself at each question.
 */
export async function tellSeats(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: Parts },
  areaId: AreaId,
  panelMeetingId: PanelMeetingId | null,
): Promise<void> {
  if (panelMeetingId === null) return
  const plan = await findPlan(tx, { areaId, panelMeetingId })
  if (plan === null) throw new Error('an area takes part with a meeting that is there')
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'guest-seats.changed.v1',
    subject: panelMeetingId,
    payload: {
      panelMeetingId,
      untilOn: PlainDate.parse(seatUntil(plan.heldOn)),
      seats: await seatedAt(tx, areaId, panelMeetingId),
    },
  })
}
