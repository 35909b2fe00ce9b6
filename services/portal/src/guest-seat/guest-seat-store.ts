import type { Db } from '@cdop/database'
import {
  AreaId,
  PanelAgency,
  PanelMeetingId,
  type PayloadOf,
  PersonId,
  type PlainDate,
  SeatAs,
} from '@cdop/domain'
import { z } from 'zod'

const GuestSeat = z.strictObject({
  panelMeetingId: PanelMeetingId,
  homeAreaId: AreaId,
  agency: PanelAgency,
  seat: SeatAs,
})
export type GuestSeat = z.infer<typeof GuestSeat>

/**
 * Keeps who of other areas has a seat at a meeting now, all of them; whoever is not named has none any more. Somebody with
 * no account here is passed over: they could not sign in.
 */
export async function saveSeats(
  tx: Db,
  areaId: AreaId,
  { panelMeetingId, untilOn, seats }: PayloadOf<'guest-seats.changed.v1'>,
): Promise<void> {
  await tx`
    update portal.guest_seats set holds = false, until_on = ${untilOn}
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
  for (const { personId, homeAreaId, agency, seat } of seats) {
    const kept = await tx`
      insert into portal.guest_seats
        (area_id, panel_meeting_id, person_id, home_area_id, agency, seat, until_on, holds)
      select ${areaId}, ${panelMeetingId}, u.person_id, ${homeAreaId}, ${agency}, ${seat}, ${untilOn}, true
      from portal.users u where u.person_id = ${personId}
      on conflict (area_id, panel_meeting_id, person_id) do update
      set home_area_id = excluded.home_area_id, agency = excluded.agency, seat = excluded.seat, holds = true
      returning person_id
    `
    if (kept.length === 0) continue
    await tx`
      insert into portal.person_areas (person_id, area_id) values (${personId}, ${areaId}) on conflict do nothing
    `
  }
}

/** The seats a person of another area has in this one today. */
export async function seatsOf(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
  today: PlainDate,
): Promise<GuestSeat[]> {
  const rows = await tx`
    select panel_meeting_id, home_area_id, agency, seat from portal.guest_seats
    where area_id = ${areaId} and person_id = ${personId} and holds and ${today}::date <= until_on
    order by until_on, panel_meeting_id
  `
  return rows.map((row) => GuestSeat.parse({ ...row }))
}

const SeatedPerson = z.object({
  personId: PersonId,
  displayName: z.string(),
  panelMeetingId: PanelMeetingId,
  agency: PanelAgency,
  seat: SeatAs,
  holds: z.boolean(),
})

/** Whoever of another area has or had a seat at a meeting of this one, by name. */
export async function seatedPeople(tx: Db, areaId: AreaId): Promise<z.infer<typeof SeatedPerson>[]> {
  const rows = await tx`
    select person_id, display_name, panel_meeting_id, agency, seat, holds
    from portal.guest_seats join portal.users using (person_id)
    where area_id = ${areaId} order by lower(display_name), person_id, panel_meeting_id
  `
  return rows.map((row) => SeatedPerson.parse({ ...row }))
}
