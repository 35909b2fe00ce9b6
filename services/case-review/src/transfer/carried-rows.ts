import type { Db } from '@cdop/database'
import type { AreaId, CaseId, NewEvent } from '@cdop/domain'
import { z } from 'zod'
import { carriedTables } from './carried-tables.ts'

/** All that belongs to a case, as it lies in the tables of its area. */
export type CarriedRows = {
  /** The key all that is sealed is sealed under. */
  wrapped: Uint8Array
  /** Rows as the database writes them in JSON, without their area, in the order of the tables. */
  tables: readonly string[]
  /** Who was asked: what the other area does not have of its directory. Codes stay: there they may be another entry's. */
  organisations: string
  organisationNames: string
  caseRow: string
  /** What other services were told of it, in that order. */
  events: readonly NewEvent[]
}

type Carried = (typeof carriedTables)[number]

const Json = z.object({ rows: z.string() })
const Key = z.object({ wrapped: z.instanceof(Uint8Array) })

/** Which rows of a table belong to a case. */
function belongsTo(tx: Db, areaId: AreaId, { through }: Carried, caseId: CaseId) {
  if (through === undefined) return tx`r.case_id = ${caseId}`
  const by = tx(through.by)
  return tx`r.${by} in (
    select p.${by} from ${tx('case_review')}.${tx(through.table)} p where p.area_id = ${areaId} and p.case_id = ${caseId}
  )`
}

const rowsJson = (tx: Db, without: readonly string[] = []) => tx`
  select coalesce(jsonb_agg(to_jsonb(r) - ${['area_id', ...without]}::text[]), '[]')::text as rows`

/** What belongs to a case; null when it has gone already. */
export async function readCarriedRows(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  events: readonly NewEvent[],
): Promise<CarriedRows | null> {
  const [key] = await tx`
    select wrapped from case_review.data_keys where area_id = ${areaId} and subject = ${caseId}
  `
  if (key === undefined) return null
  const tables: string[] = []
  for (const carried of carriedTables) {
    const [found] = await tx`
      ${rowsJson(tx, carried.without)} from ${tx('case_review')}.${tx(carried.table)} r
      where r.area_id = ${areaId} and ${belongsTo(tx, areaId, carried, caseId)}
    `
    tables.push(Json.parse(found).rows)
  }
  const asked = tx`
    r.area_id = ${areaId} and r.organisation_id in (
      select q.organisation_id from case_review.information_requests q
      where q.area_id = ${areaId} and q.case_id = ${caseId}
    )
  `
  const [organisations] = await tx`
    ${rowsJson(tx, ['ods_code', 'gss_code'])} from case_review.organisations r where ${asked}
  `
  const [names] = await tx`${rowsJson(tx)} from case_review.organisation_names r where ${asked}`
  const [found] = await tx`
    select (to_jsonb(r) - 'area_id')::text as rows from case_review.cases r
    where r.area_id = ${areaId} and r.case_id = ${caseId}
  `
  return {
    wrapped: Key.parse({ ...key }).wrapped,
    tables,
    organisations: Json.parse(organisations).rows,
    organisationNames: Json.parse(names).rows,
    caseRow: Json.parse(found).rows,
    events,
  }
}

/** Writes rows of one table under this area, with the ids and dates they have. What is there stays as it is. */
async function addRows(tx: Db, areaId: AreaId, table: string, rows: string): Promise<void> {
  const name = tx`${tx('case_review')}.${tx(table)}`
  await tx`
    insert into ${name}
    select (jsonb_populate_record(null::${name}, row || jsonb_build_object('area_id', ${areaId}::uuid))).*
    from jsonb_array_elements(${rows}::text::jsonb) row
    on conflict do nothing
  `
}

/** Writes what belongs to a case in another area, and has its mailed links lead there. */
export async function addCarriedRows(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { wrapped, tables, organisations, organisationNames }: CarriedRows,
): Promise<void> {
  await tx`
    insert into case_review.data_keys (area_id, subject, wrapped) values (${areaId}, ${caseId}, ${Buffer.from(wrapped)})
  `
  await addRows(tx, areaId, 'organisations', organisations)
  await addRows(tx, areaId, 'organisation_names', organisationNames)
  for (const [at, { table }] of carriedTables.entries()) await addRows(tx, areaId, table, tables[at] ?? '[]')
  await tx`
    update case_review.link_tokens set area_id = ${areaId}
    where information_request_id in (
      select r.information_request_id from case_review.information_requests r
      where r.area_id = ${areaId} and r.case_id = ${caseId}
    )
  `
}

/** Deletes all that belongs to a case in an area, and destroys its key. */
export async function deleteCarriedRows(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  for (const carried of carriedTables.toReversed()) {
    await tx`
      delete from ${tx('case_review')}.${tx(carried.table)} r
      where r.area_id = ${areaId} and ${belongsTo(tx, areaId, carried, caseId)}
    `
  }
  await tx`delete from case_review.data_keys where area_id = ${areaId} and subject = ${caseId}`
}
