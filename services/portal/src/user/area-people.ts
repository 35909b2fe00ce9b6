import type { Db } from '@cdop/database'
import { type AreaId, PanelAgency, PanelMeetingId, PersonId, Role } from '@cdop/domain'
import { z } from 'zod'
import { seatedPeople } from '../guest-seat/guest-seat-store.ts'

/** A colleague as everybody at work in the area may see them: no address. */
export const AreaPerson = z.object({
  personId: PersonId,
  displayName: z.string(),
  roles: z.array(Role),
  agency: PanelAgency.nullable(),
  /** False for somebody who had access once: what they did still has their name on it. */
  active: z.boolean(),
  /** The meetings of this area they have a seat at from another one; their own have none. */
  guestAt: z.array(PanelMeetingId),
})
export type AreaPerson = z.infer<typeof AreaPerson>

/** Who works or worked in an area, by name, and after them its guests: for pages that say who did something or who sits on the panel. */
export async function areaPeople(tx: Db, areaId: AreaId): Promise<AreaPerson[]> {
  const rows = await tx`
    select person_id, display_name, roles, agency, disabled_at is null as active
    from portal.memberships join portal.users using (person_id)
    where area_id = ${areaId}
    order by lower(display_name), person_id
  `
  const own = rows.map((row) => AreaPerson.parse({ ...row, guestAt: [] }))
  const known = new Set(own.map(({ personId }) => personId))
  const seated = (await seatedPeople(tx, areaId)).filter(({ personId }) => !known.has(personId))
  const guests = [...Map.groupBy(seated, ({ personId }) => personId).values()].flatMap((seats) => {
    const [first] = seats
    if (first === undefined) return []
    const { personId, displayName, agency } = first
    const holding = seats.filter(({ holds }) => holds)
    const roles = [...new Set(holding.map(({ seat }) => `guest-${seat}` as const))]
    const guestAt = holding.map(({ panelMeetingId }) => panelMeetingId)
    return [{ personId, displayName, roles, agency, active: holding.length > 0, guestAt }]
  })
  return [...own, ...guests]
}
