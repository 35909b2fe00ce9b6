import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseError, type Db, dumpSchema, migrate } from '@cdop/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from './app.ts'
import { type GivenIntake, givenIntake } from './testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const schemaFile = new URL('../schema.sql', import.meta.url)

const tenantTables = async () =>
  (
    await intake.test.look<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'intake' and obj_description(c.oid) = 'class: tenant'`
  ).map((row) => row.name)

test('the migrated schema is the one written down', async () => {
  const dumped = await dumpSchema(intake.test.adminUrl, 'intake')
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(schemaFile, dumped)
  expect(dumped).toBe(readFileSync(schemaFile, 'utf8'))
})

test('every table says its class, and every tenant table is led by its area and walled off by force', async () => {
  const rows = await intake.test.look<
    { name: string; class: string; forced: boolean; leads: string | null }[]
  >`
    select c.relname as name, obj_description(c.oid) as class, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary) as leads
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'intake' and c.relkind = 'r'`
  expect(rows.length).toBeGreaterThanOrEqual(14)
  for (const row of rows) {
    expect(row.class).toMatch(/^class: (tenant|system|reference)$/)
    if (row.class === 'class: tenant') expect(row).toMatchObject({ forced: true, leads: 'area_id' })
  }
})

describe('what the service’s own role can see', () => {
  const count = async (db: Db, table: string) => {
    const [row] = await db<{ rows: number }[]>`select count(*) as rows from ${db(`intake.${table}`)}`
    return row?.rows
  }

  test('is nothing without an actor, and nothing of another area', async () => {
    await intake.accept(await intake.submit({ child: { nhsNumber: '9990000042' } }))
    const { database } = intake.test
    const filled = ['areas', 'audit_entries', 'cases', 'children', 'data_keys', 'events', 'notifications']
    const tables = await tenantTables()
    expect(tables).toEqual(expect.arrayContaining(filled))
    for (const table of tables) {
      expect(await database.withoutActor((tx) => count(tx, table))).toBe(0)
    }
    for (const table of filled.filter((name) => name !== 'areas')) {
      const mine = await database.transaction(intake.coordinator, (tx) => count(tx, table))
      expect(mine).toBeGreaterThan(0)
      expect(
        await intake.test.look`
        select 1 from ${intake.test.look(`intake.${table}`)} where area_id = ${intake.theirs.areaId}`,
      ).toHaveLength(0)
      expect(await database.transaction(intake.stranger, (tx) => count(tx, table))).toBe(0)
    }
  })

  test('is refused on every other schema', async () => {
    await intake.test.look`create schema case_review`
    await intake.test.look`create table case_review.cases (area_id uuid)`
    await expect(
      intake.test.database.transaction(intake.coordinator, (tx) => tx`select * from case_review.cases`),
    ).rejects.toMatchObject({ sqlState: '42501' })
  })

  test('cannot write a row of another area', async () => {
    const stolen = intake.test.database.transaction(
      intake.stranger,
      (tx) => tx`
        insert into intake.areas (area_id, area) values (${crypto.randomUUID()}, ${tx.json({})})`,
    )
    await expect(stolen).rejects.toBeInstanceOf(DatabaseError)
    await expect(stolen).rejects.toMatchObject({ sqlState: '42501' })
  })
})

test('a decided notification cannot be decided again, not even in SQL', async () => {
  const notificationId = await intake.submit({ child: { bornAlive: 'no' } })
  await intake.as(intake.coordinator).notification.declareOutOfScope({
    areaId: intake.mine.areaId,
    notificationId,
    key: crypto.randomUUID(),
    version: 1,
  })
  await expect(
    intake.test.database.transaction(
      intake.coordinator,
      (tx) =>
        tx`update intake.notifications set state = 'received', decided_at = null where id = ${notificationId}`,
    ),
  ).rejects.toMatchObject({ sqlState: '23514' })
})

test('a backfill in a migration reaches the rows of every area', async () => {
  await intake.submit({ child: { nhsNumber: '9990000123' } })
  await intake.submit({ child: { nhsNumber: '9990000131' }, residence: 'E08000032' }, intake.stranger)
  const backfill = {
    name: '0002-backfill.sql',
    sql: `alter table {schema}.notifications add column hospital boolean;
          update {schema}.notifications set hospital = false where place_of_death = 'home';`,
  }
  const [before] = await intake.test.look<{ rows: number }[]>`
    select count(*) as rows from intake.notifications where place_of_death = 'home'`
  await migrate(intake.test.adminUrl, {
    schema: 'intake',
    migrations: [...migrations, backfill],
    appPassword: 'test-only',
  })
  const changed = await intake.test.look<{ areaId: string; rows: number }[]>`
    select area_id, count(*) as rows from intake.notifications where hospital = false group by area_id`
  expect(changed).toHaveLength(2)
  expect(changed.reduce((sum, row) => sum + row.rows, 0)).toBe(before?.rows)
})
