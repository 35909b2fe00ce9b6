import type { Db } from '@cdop/database'
import type { AreaId, CaseId, NewEvent } from '@cdop/domain'
import { z } from 'zod'
import { carriedTables, givenTables } from './carried-tables.ts'

/** All that belongs to a case, as it lies in the tables of its area. */
export type CarriedRows = {
  /** The key all that is sealed is sealed under. */
  wrapped: Uint8Array
  /** Rows as the database writes them in JSON, without their area, in the order of the tables. */
  tables: readonly string[]
  /** What they name of the area's own, in the order of `givenTables`. */
  given: readonly string[]
  caseRow: string
  /** What other services were told of it, in that order. */
  events: readonly NewEvent[]
}

type Carried = (typeof carriedTables)[number]

const Json = z.object({ rows: z.string() })
const Key = z.object({ wrapped: z.instanceof(Uint8Array) })

/** @throws Error for a table that is not carried */
function carriedAs(name: string): Carried {
  const carried = carriedTables.find(({ table }) => table === name)
  if (carried === undefined) throw new Error('what is not carried names nothing that is given')
  return carried
}

/** Which rows `as` of a table belong to a case. */
function belongsTo(tx: Db, areaId: AreaId, as: 'r' | 'n', { through }: Carried, caseId: CaseId) {
  if (through === undefined) return tx`${tx(as)}.case_id = ${caseId}`
  const by = tx(through.by)
  return tx`${tx(as)}.${by} in (
    select p.${by} from ${tx('case_review')}.${tx(through.table)} p where p.area_id = ${areaId} and p.case_id = ${caseId}
  )`
}

const rowsJson = (tx: Db, without: readonly string[] = [], changed = tx``) => tx`
  select coalesce(jsonb_agg(to_jsonb(r) - ${['area_id', ...without]}::text[] ${changed}), '[]')::text as rows`

/**
 * A chaser that had not left does not leave for this case any more: it is chased anew where it is. One mailbox is mailed
 * once a day by each area: the mail of another area stands in the way of none.
 */
function changedOf(tx: Db, table: string) {
  if (table !== 'chaser_mails') return tx``
  return tx`|| jsonb_build_object('outcome', coalesce(r.outcome, 'overtaken'), 'outcome_at', coalesce(r.outcome_at, now()),
    'mailbox_index', '\\x' || replace(r.chaser_mail_id::text, '-', ''))`
}

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
      where r.area_id = ${areaId} and ${belongsTo(tx, areaId, 'r', carried, caseId)}
    `
    tables.push(Json.parse(found).rows)
  }
  const given: string[] = []
  for (const { table, by, namedIn, without } of givenTables) {
    const naming = namedIn.map(
      (name) => tx`
        select n.${tx(by)} from ${tx('case_review')}.${tx(name)} n
        where n.area_id = ${areaId} and ${belongsTo(tx, areaId, 'n', carriedAs(name), caseId)}`,
    )
    const [found] = await tx`
      ${rowsJson(tx, without, changedOf(tx, table))} from ${tx('case_review')}.${tx(table)} r
      where r.area_id = ${areaId} and r.${tx(by)} in (${naming.reduce((all, one) => tx`${all} union ${one}`)})
    `
    given.push(Json.parse(found).rows)
  }
  const [found] = await tx`
    select (to_jsonb(r) - 'area_id')::text as rows from case_review.cases r
    where r.area_id = ${areaId} and r.case_id = ${caseId}
  `
  return {
    wrapped: Key.parse({ ...key }).wrapped,
    tables,
    given,
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
  { wrapped, tables, given }: CarriedRows,
): Promise<void> {
  await tx`
    insert into case_review.data_keys (area_id, subject, wrapped) values (${areaId}, ${caseId}, ${Buffer.from(wrapped)})
  `
  for (const [at, { table }] of givenTables.entries()) await addRows(tx, areaId, table, given[at] ?? '[]')
  for (const [at, { table }] of carriedTables.entries()) await addRows(tx, areaId, table, tables[at] ?? '[]')
  await tx`
    update case_review.link_tokens set area_id = ${areaId}
    where information_request_id in (
      select r.information_request_id from case_review.information_requests r
      where r.area_id = ${areaId} and r.case_id = ${caseId}
    )
  `
}

/** Deletes what belonged to a case in an area and does not stay, and destroys its key. */
export async function deleteCarriedRows(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  for (const carried of carriedTables.toReversed().filter(({ stays }) => stays === undefined)) {
    await tx`
      delete from ${tx('case_review')}.${tx(carried.table)} r
      where r.area_id = ${areaId} and ${belongsTo(tx, areaId, 'r', carried, caseId)}
    `
  }
  await tx`delete from case_review.data_keys where area_id = ${areaId} and subject = ${caseId}`
}
