import type { Db } from '@cdop/database'
import { AreaId, type Instant, PanelAgency, type PersonId, Role } from '@cdop/domain'
import { z } from 'zod'
import { User } from './user-store.ts'

/** What a person is to one area. */
export const Membership = z.strictObject({
  roles: z.array(Role).min(1),
  agency: PanelAgency.nullable(),
})
export type Membership = z.infer<typeof Membership>

/** A person of an area as its administrator sees them. */
export const AreaUser = z.strictObject({ ...User.shape, ...Membership.shape, disabled: z.boolean() })
export type AreaUser = z.infer<typeof AreaUser>

/**
 * Gives a person roles in an area, again if they had been taken away.
 * @returns false when the person already has access
 */
export async function addMembership(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
  { roles, agency }: Membership,
): Promise<boolean> {
  const added = await tx`
    insert into portal.memberships (area_id, person_id, roles, agency)
    values (${areaId}, ${personId}, ${[...roles]}, ${agency})
    on conflict (area_id, person_id) do update
    set roles = excluded.roles, agency = excluded.agency, disabled_at = null
    where memberships.disabled_at is not null
    returning person_id
  `
  await tx`
    insert into portal.person_areas (person_id, area_id) values (${personId}, ${areaId}) on conflict do nothing
  `
  return added.length > 0
}

/** @returns false when there is no such person in the area with access */
export async function changeMembership(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
  { roles, agency }: Membership,
): Promise<boolean> {
  const changed = await tx`
    update portal.memberships set roles = ${[...roles]}, agency = ${agency}
    where area_id = ${areaId} and person_id = ${personId} and disabled_at is null
    returning person_id
  `
  return changed.length > 0
}

/** @returns false when there is no such person in the area with access */
export async function disableMembership(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
  at: Instant,
): Promise<boolean> {
  const disabled = await tx`
    update portal.memberships set disabled_at = ${at}
    where area_id = ${areaId} and person_id = ${personId} and disabled_at is null
    returning person_id
  `
  return disabled.length > 0
}

/** What a person is in an area now; null when they have no access to it. */
export async function readMembership(tx: Db, areaId: AreaId, personId: PersonId): Promise<Membership | null> {
  const [row] = await tx`
    select roles, agency from portal.memberships
    where area_id = ${areaId} and person_id = ${personId} and disabled_at is null
  `
  return row === undefined ? null : Membership.parse(row)
}

/** Everybody who has or had access to the area, by name. */
export async function readAreaUsers(tx: Db, areaId: AreaId): Promise<AreaUser[]> {
  const rows = await tx`
    select person_id, email, display_name, roles, agency, disabled_at is not null as disabled
    from portal.memberships join portal.users using (person_id)
    where area_id = ${areaId}
    order by lower(display_name), person_id
  `
  return rows.map((row) => AreaUser.parse({ ...row }))
}

/** The areas in which to look for a person's memberships. */
export async function areasToLookIn(tx: Db, personId: PersonId): Promise<AreaId[]> {
  const rows = await tx<{ areaId: string }[]>`
    select area_id from portal.person_areas where person_id = ${personId} order by area_id
  `
  return rows.map((row) => AreaId.parse(row.areaId))
}
