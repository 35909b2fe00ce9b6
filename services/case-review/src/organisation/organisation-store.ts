import type { Db } from '@cdop/database'
import type { AreaId, Instant, OrganisationId } from '@cdop/domain'
import { Organisation } from './organisation.ts'

export async function insertOrganisation(
  tx: Db,
  areaId: AreaId,
  added: Organisation,
  at: Instant,
): Promise<void> {
  const { organisationId, name, kind, email } = added
  await tx`
    insert into case_review.organisations (area_id, organisation_id, name, kind, email, added_at)
    values (${areaId}, ${organisationId}, ${name}, ${kind}, ${email}, ${at})
  `
}

/** The area's organisations by name. */
export async function organisationsOf(tx: Db, areaId: AreaId): Promise<Organisation[]> {
  const rows = await tx`
    select organisation_id, name, kind, email from case_review.organisations
    where area_id = ${areaId} order by name, organisation_id
  `
  return rows.map((row) => Organisation.parse(row))
}

export async function findOrganisation(
  tx: Db,
  areaId: AreaId,
  organisationId: OrganisationId,
): Promise<Organisation | null> {
  const [row] = await tx`
    select organisation_id, name, kind, email from case_review.organisations
    where area_id = ${areaId} and organisation_id = ${organisationId}
  `
  return row === undefined ? null : Organisation.parse(row)
}
