import type { Db } from '@cdop/database'
import { type AreaId, PersonId } from '@cdop/domain'
import { z } from 'zod'

/** Coordinators of an area who have access now. */
export async function coordinatorsOf(tx: Db, areaId: AreaId): Promise<PersonId[]> {
  const rows = await tx`
    select person_id from portal.memberships
    where area_id = ${areaId} and disabled_at is null and 'coordinator' = any (roles)
    order by person_id
  `
  return rows.map((row) => PersonId.parse(row['personId']))
}

const Mailbox = z.strictObject({ email: z.email(), areaName: z.string() })

/** Where a mail to a coordinator goes; null when they are none of the area any more. */
export async function mailboxOf(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
): Promise<z.infer<typeof Mailbox> | null> {
  const [row] = await tx`
    select u.email, a.name as area_name
    from portal.memberships s
    join portal.users u on u.person_id = s.person_id
    join portal.areas a on a.area_id = s.area_id
    where s.area_id = ${areaId} and s.person_id = ${personId} and s.disabled_at is null
      and 'coordinator' = any (s.roles)
  `
  return row === undefined ? null : Mailbox.parse({ ...row })
}
