import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseError, type Db, dumpSchema, migrate } from '@cdop/database'
import { NotificationId } from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from './app.ts'
import { openIdentities } from './identity/child-store.ts'
import { child, type GivenIntake, givenIntake } from './testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const schemaFile = new URL('../schema.sql', import.meta.url)

const everyTable = () =>
  intake.test.look<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`

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

describe('what is sealed', () => {
  test('no identifier and no free text of a notification is readable in any row of any table', async () => {
    await intake.accept(await intake.submit())
    const secrets = [
      ...Object.values(child).filter((value) => value.length > 6),
      ...child.givenNames.split(' '),
      'Invented Crescent',
      'LS11UR',
      'Orla Pennywhistle',
      'notifier@infirmary.example',
      'zephyrwood',
    ]
    const tables = await everyTable()
    expect(tables.length).toBeGreaterThan(15)
    let read = 0
    for (const { schema, name } of tables) {
      const rows = await intake.test.look<{ whole: string }[]>`
        select t::text as whole from ${intake.test.look(`${schema}.${name}`)} t`
      read += rows.length
      // A bytea prints as hex, so its bytes are searched as text too.
      const written = rows.map(({ whole }) =>
        `${whole} ${whole.replace(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))}`.toLowerCase(),
      )
      for (const secret of secrets) {
        expect({ table: name, found: written.some((row) => row.includes(secret.toLowerCase())) }).toEqual({
          table: name,
          found: false,
        })
      }
    }
    expect(read).toBeGreaterThan(20)
  })

  test('a ciphertext moved to another row, with or without its key, does not open', async () => {
    const moved = await intake.accept(await intake.submit({ child: { nhsNumber: '9990000093' } }))
    const victim = await intake.accept(await intake.submit({ child: { nhsNumber: '9990000107' } }))
    const open = () =>
      intake.test.database.transaction(intake.coordinator, (tx) =>
        openIdentities(tx, intake.parts.keys, intake.mine.areaId, [victim.caseId]),
      )
    expect(await open()).toHaveLength(1)
    await intake.test.look`
      update intake.children set identity = (select identity from intake.children where case_id = ${moved.caseId})
      where case_id = ${victim.caseId}`
    await expect(open()).rejects.toThrow()
    await intake.test.look`
      update intake.data_keys set wrapped = (select wrapped from intake.data_keys where subject = ${moved.caseId})
      where subject = ${victim.caseId}`
    await expect(open()).rejects.toThrow()
  })

  test('answers do not open as another notification’s, nor as an identity', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000115' } })
    const [row] = await intake.test.look<{ answers: Buffer; wrapped: Buffer }[]>`
      select n.answers, k.wrapped from intake.notifications n join intake.data_keys k on k.subject = n.id
      where n.id = ${notificationId}`
    if (row === undefined) throw new Error('the notification is not there')
    const { keys } = intake.parts
    const cipher = subjectCipher(keys, intake.mine.areaId, notificationId, row.wrapped)
    expect(cipher.openJson('notifications', 'answers', row.answers)).toBeTruthy()
    expect(() => cipher.openJson('children', 'identity', row.answers)).toThrow()
    const other = NotificationId.parse(crypto.randomUUID())
    expect(() => subjectCipher(keys, intake.mine.areaId, other, row.wrapped)).toThrow()
    expect(() => subjectCipher(keys, intake.theirs.areaId, notificationId, row.wrapped)).toThrow()
  })
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
