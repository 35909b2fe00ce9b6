import type { Db } from '@cdop/database'
import { type AreaId, type OrganisationId, Refusal } from '@cdop/domain'

/** @throws Refusal `invalid-answers` for an organisation that is not in the area's directory */
export async function knownOrganisation(
  tx: Db,
  areaId: AreaId,
  organisationId: OrganisationId,
): Promise<void> {
  const [row] = await tx`
    select 1 from case_review.organisations where area_id = ${areaId} and organisation_id = ${organisationId}
  `
  if (row === undefined) throw new Refusal('invalid-answers', ['organisationId'])
}
