import type { Db } from '@cdop/database'
import type { AreaId } from '@cdop/domain'
import { z } from 'zod'
import type { CopiedRecord } from './record-rows.ts'

/** The columns of a table but for those a row is found by; whatever is added later is one of them. */
async function contentColumns(tx: Db, table: string, foundBy: readonly string[]): Promise<readonly string[]> {
  const rows = await tx`
    select attname as name from pg_attribute
    where attrelid = ${`intake.${table}`}::regclass and attnum > 0 and not attisdropped
      and attname <> all (${[...foundBy]}::text[])
    order by attnum
  `
  return rows.map((row) => z.string().parse(row['name']))
}

function listOf(tx: Db, [first, ...others]: readonly string[]) {
  if (first === undefined) throw new Error('a carried table has no columns')
  return others.reduce((listed, name) => tx`${listed}, ${tx(name)}`, tx`${tx(first)}`)
}

/** A stub of this very record, left when it went away, is filled again: it has come back. */
export async function fillStub(
  tx: Db,
  areaId: AreaId,
  { notificationId, rows }: CopiedRecord,
): Promise<void> {
  const columns = listOf(tx, await contentColumns(tx, 'notifications', ['area_id', 'id']))
  await tx`
    update intake.notifications n
    set (${columns}) = (
      select ${columns} from jsonb_array_elements(${rows.notifications}::text::jsonb) row
      cross join lateral jsonb_populate_record(null::intake.notifications, row)
    )
    where n.area_id = ${areaId} and n.id = ${notificationId} and n.state = 'transferred'
  `
}

/**
 * Writes the responses to a record that is coming. Those a stub has kept become what they are by now: the area that had
 * them may have started one, or put it together with one of its own. All in one statement: a response is one with another
 * only once that is there, and is the one response to its notification only once no other is.
 */
export async function addResponses(
  tx: Db,
  areaId: AreaId,
  { notificationId, rows }: CopiedRecord,
): Promise<void> {
  const columns = listOf(tx, await contentColumns(tx, 'responses', ['area_id', 'response_id']))
  await tx`
    with coming as (
      select (jsonb_populate_record(null::intake.responses,
        row || jsonb_build_object('area_id', ${areaId}::uuid))).*
      from jsonb_array_elements(${rows.responses}::text::jsonb) row
    ), filled as (
      update intake.responses r
      set (${columns}) = (select ${columns} from coming c where c.response_id = r.response_id)
      where r.area_id = ${areaId} and r.notification_id = ${notificationId}
        and r.response_id in (select response_id from coming)
      returning r.response_id
    )
    insert into intake.responses
    select c.* from coming c cross join (select count(*) from filled) as first
    on conflict (area_id, response_id) do nothing
  `
}
