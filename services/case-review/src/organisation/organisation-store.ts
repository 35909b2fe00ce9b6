import type { Db } from '@cdop/database'
import { type AreaId, Instant, type OrganisationId, PersonId, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import { Organisation } from './organisation.ts'

type Details = Omit<Organisation, 'organisationId' | 'name' | 'version'>

/** False when another organisation of the area has the code. */
export async function insertOrganisation(
  tx: Db,
  areaId: AreaId,
  added: Omit<Organisation, 'version'>,
  at: Instant,
): Promise<boolean> {
  const { organisationId, name, kind, email, odsCode, gssCode, activeFrom, activeTo } = added
  const rows = await tx`
    insert into case_review.organisations (area_id, organisation_id, name, kind, email, ods_code, gss_code,
      active_from, active_to, added_at)
    values (${areaId}, ${organisationId}, ${name}, ${kind}, ${email}, ${odsCode}, ${gssCode}, ${activeFrom},
      ${activeTo}, ${at})
    on conflict do nothing
    returning organisation_id
  `
  return rows.length > 0
}

const columns = (tx: Db, on: PlainDate) => tx`
  o.organisation_id, case_review.organisation_name(o.area_id, o.organisation_id, o.name, ${on}) as name, o.kind,
  o.email, o.ods_code, o.gss_code, o.active_from, o.active_to, o.version
`

/** The area's organisations by their names of a day. */
export async function organisationsOf(tx: Db, areaId: AreaId, on: PlainDate): Promise<Organisation[]> {
  const rows = await tx`
    select ${columns(tx, on)} from case_review.organisations o
    where o.area_id = ${areaId} order by 2, o.organisation_id
  `
  return rows.map((row) => Organisation.parse(row))
}

export async function findOrganisation(
  tx: Db,
  areaId: AreaId,
  organisationId: OrganisationId,
  on: PlainDate,
  { lock = false }: { lock?: boolean } = {},
): Promise<Organisation | null> {
  const [row] = await tx`
    select ${columns(tx, on)} from case_review.organisations o
    where o.area_id = ${areaId} and o.organisation_id = ${organisationId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : Organisation.parse(row)
}

/** True when another organisation of the area has one of the codes. */
export async function isCodeTaken(
  tx: Db,
  areaId: AreaId,
  { organisationId, kind, odsCode, gssCode }: Pick<Organisation, 'organisationId'> & Partial<Details>,
): Promise<boolean> {
  const rows = await tx`
    select from case_review.organisations
    where area_id = ${areaId} and organisation_id <> ${organisationId}
      and (ods_code = ${odsCode ?? null} or gss_code = ${gssCode ?? null} and kind = ${kind ?? null})
  `
  return rows.length > 0
}

export async function saveDetails(
  tx: Db,
  areaId: AreaId,
  organisationId: OrganisationId,
  { kind, email, odsCode, gssCode, activeFrom, activeTo }: Details,
): Promise<void> {
  await tx`
    update case_review.organisations
    set kind = ${kind}, email = ${email}, ods_code = ${odsCode}, gss_code = ${gssCode}, active_from = ${activeFrom},
        active_to = ${activeTo}, version = version + 1
    where area_id = ${areaId} and organisation_id = ${organisationId}
  `
}

/** A name an organisation had, or will have, from a day on; the one it was entered with has no day. */
export const NameEntry = z.strictObject({
  name: z.string(),
  from: PlainDate.nullable(),
  recordedBy: PersonId.nullable(),
  recordedAt: Instant,
})
export type NameEntry = z.infer<typeof NameEntry>

/** Every name of an organisation, in the order they were recorded. */
export async function namesOf(tx: Db, areaId: AreaId, organisationId: OrganisationId): Promise<NameEntry[]> {
  const rows = await tx`
    select name, null::date as "from", null::uuid as recorded_by, added_at as recorded_at, 0 as entry
    from case_review.organisations where area_id = ${areaId} and organisation_id = ${organisationId}
    union all
    select name, from_on, recorded_by, recorded_at, entry from case_review.organisation_names
    where area_id = ${areaId} and organisation_id = ${organisationId}
    order by entry
  `
  return rows.map(({ entry, ...row }) => NameEntry.parse(row))
}

/** Every name the area's organisations had: by an old name an organisation is still found. */
export async function everyNameIn(tx: Db, areaId: AreaId): Promise<Map<string, string[]>> {
  const rows = await tx<{ organisationId: string; name: string }[]>`
    select organisation_id, name from case_review.organisations where area_id = ${areaId}
    union all
    select organisation_id, name from case_review.organisation_names where area_id = ${areaId}
  `
  const names = new Map<string, string[]>()
  for (const { organisationId, name } of rows) {
    names.set(organisationId, [...(names.get(organisationId) ?? []), name])
  }
  return names
}

/** The organisation is called so from a day on. The organisation is locked, so entries follow one another. */
export async function addName(
  tx: Db,
  areaId: AreaId,
  organisationId: OrganisationId,
  { name, from, by, at }: { name: string; from: PlainDate; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into case_review.organisation_names (area_id, organisation_id, entry, name, from_on, recorded_by, recorded_at)
    select ${areaId}, ${organisationId}, count(*) + 1, ${name}, ${from}, ${by}, ${at}
    from case_review.organisation_names where area_id = ${areaId} and organisation_id = ${organisationId}
  `
  await tx`
    update case_review.organisations set version = version + 1
    where area_id = ${areaId} and organisation_id = ${organisationId}
  `
}
