import type { Db } from '@cdop/database'
import { type AreaId, PanelAgency, PersonId, Role } from '@cdop/domain'
import { z } from 'zod'

/** A colleague as everybody at work in the area may see them: no address. */
export const AreaPerson = z.object({
  personId: PersonId,
  displayName: z.string(),
  roles: z.array(Role),
  agency: PanelAgency.nullable(),
  /** False for somebody who had access once: what they did still has their name on it. */
  active: z.boolean(),
})
export type AreaPerson = z.infer<typeof AreaPerson>

/** Who works or worked in an area, by name: for pages that say who did something or who sits on the panel. */
export async function areaPeople(tx: Db, areaId: AreaId): Promise<AreaPerson[]> {
  const rows = await tx`
    select person_id, display_name, roles, agency, disabled_at is null as active
    from portal.memberships join portal.users using (person_id)
    where area_id = ${areaId}
    order by lower(display_name), person_id
  `
  return rows.map((row) => AreaPerson.parse({ ...row }))
}
