import type { TestDatabase } from '@cdop/database/testing'
import { givenServiceDatabase } from '@cdop/events/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../app.ts'
import { carriedTables, givenTables, notCarried } from './carried-tables.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await givenServiceDatabase('case-review', migrations)
})
afterAll(() => database.drop())

const all = [...carriedTables, ...givenTables]
const names = carriedTables.map(({ table }) => table)

/** Every table that names a case, or something that belongs to a case: a request, a hold, whatever hangs on a case. */
async function tablesOfCases(): Promise<string[]> {
  const rows = await database.look<{ name: string }[]>`
    with ids (name) as (
      select 'case_id'
      union
      select a.attname from pg_constraint k
      cross join unnest(k.conkey) key
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key
      where k.contype = 'p' and k.connamespace = 'case_review'::regnamespace and a.atttypid = 'uuid'::regtype
        and k.conrelid = any (${names.map((name) => `case_review.${name}`)}::regclass[])
        and a.attname not in ('area_id', 'person_id')
    )
    select distinct c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join ids on ids.name = a.attname
    where c.relnamespace = 'case_review'::regnamespace and c.relkind in ('r', 'p')
    order by name`
  return rows.map(({ name }) => name)
}

test('every table of a case goes with it to another area, or is named with the reason why not', async () => {
  expect(await tablesOfCases()).toEqual([...names, ...Object.keys(notCarried)].sort())
})

test('what goes with a case is deleted only where another area has taken it over', async () => {
  const rows = await database.look<{ name: string; arguments: string }[]>`
    select c.relname as name, encode(t.tgargs, 'escape') as arguments
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'carried_with_case' and c.relnamespace = 'case_review'::regnamespace`
  const held = Object.fromEntries(rows.map((row) => [row.name, row.arguments.split('\\000').filter(Boolean)]))
  const listed = carriedTables.map(({ table, through }) => [
    table,
    through === undefined ? [] : [through.table, through.by],
  ])
  expect(held).toEqual(Object.fromEntries(listed))
})

test('what a row of a case names goes along or is given too', async () => {
  const rows = await database.look<{ table: string; columns: string[]; name: string }[]>`
    select c.relname as table, r.relname as name, array(
      select a.attname::text from unnest(k.conkey) key
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key
    ) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and k.conrelid = any (${all.map(({ table }) => `case_review.${table}`)}::regclass[])`
  const there = ['cases', ...all.map(({ table }) => table)]
  const emptied = new Map(all.map(({ table, without = [] }) => [table, without]))
  const missing = rows.filter(
    ({ table, columns, name }) =>
      !there.includes(name) && !columns.some((column) => emptied.get(table)?.includes(column)),
  )
  expect(missing).toEqual([])
})

test('a table can be written after those it hangs on', () => {
  for (const [at, { through }] of carriedTables.entries()) {
    if (through !== undefined) expect(names.slice(0, at)).toContain(through.table)
  }
})
