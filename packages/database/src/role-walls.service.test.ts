import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Database } from './database.ts'
import { migrate } from './migrate.ts'
import { givenPerson, type TestDatabase, testDatabase, wallFaults } from './testing.ts'
import { addRecord, newArea, withRecords } from './testing-records.ts'

const area = newArea()
const coordinator = givenPerson(['coordinator'], area)
const insufficient = { name: 'DatabaseError', sqlState: '42501' }

async function refusal(database: Database, statement: string): Promise<unknown> {
  return database
    .withoutActor((tx) => tx.unsafe(statement))
    .then(
      () => 'it was allowed',
      (thrown: unknown) => thrown,
    )
}

describe('two services in one database', () => {
  let intake: TestDatabase
  let caseReview: Database
  beforeAll(async () => {
    intake = await testDatabase('intake', withRecords)
    await migrate(intake.adminUrl, {
      schema: 'case_review',
      migrations: withRecords,
      appPassword: 'test-only',
    })
    caseReview = connect(intake.appUrl.replace('intake_app', 'case_review_app'), { max: 2 })
    await intake.database.transaction(coordinator, (tx) => addRecord(tx, area))
  })
  afterAll(async () => {
    await caseReview.close()
    await intake.drop()
  })

  test('each is refused every table of the other, in every way there is to touch one', async () => {
    const tables = await intake.look<{ schema: string; name: string }[]>`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname in ('intake', 'case_review') order by 1, 2`
    expect(tables.length).toBeGreaterThanOrEqual(12)
    for (const { schema, name } of tables) {
      const other = schema === 'intake' ? caseReview : intake.database
      const table = `${schema}.${name}`
      const statements = [
        `select * from ${table}`,
        `select 1 from ${table}`,
        `insert into ${table} default values`,
        `delete from ${table}`,
        `truncate ${table}`,
        `lock table ${table} in access exclusive mode`,
        `create index on ${table} ((1))`,
        `drop table ${table}`,
      ]
      for (const statement of statements) {
        expect(await refusal(other, statement), statement).toMatchObject(insufficient)
      }
    }
  })

  test('neither runs a function of the other', async () => {
    for (const [database, schema] of [
      [intake.database, 'case_review'],
      [caseReview, 'intake'],
    ] as const) {
      expect(await refusal(database, `select ${schema}.actor_areas()`)).toMatchObject(insufficient)
      expect(await refusal(database, `call ${schema}.tenant_table('records')`)).toMatchObject(insufficient)
    }
  })

  test('a service can make, change or drop nothing, and become nobody else', async () => {
    const statements = [
      'create table intake.mine (id int)',
      'create table public.mine (id int)',
      'create schema mine',
      'create temporary table mine (id int)',
      'create function intake.mine() returns int language sql as $$ select 1 $$',
      'alter table intake.records disable row level security',
      'alter table intake.records no force row level security',
      'drop policy area on intake.records',
      'create policy mine on intake.records using (true)',
      'truncate intake.records',
      'set role intake_migrator',
      'set role postgres',
      'set session authorization intake_migrator',
      'alter role intake_app bypassrls',
      'create role mine',
      "update deployment.kind set kind = 'live'",
      'update demo.clock_offset set milliseconds = 1',
      'delete from intake.migrations',
      `call intake.untenanted_table('records', 'system', 'truncate')`,
    ]
    for (const statement of statements) {
      expect(await refusal(intake.database, statement), statement).toMatchObject(insufficient)
    }
  })

  test('neither role bypasses row security, and both schemas stand behind their walls', async () => {
    const roles = await intake.look`
      select rolname from pg_roles where rolname in ('intake_app', 'case_review_app')
        and not rolbypassrls and not rolsuper and not rolinherit and not rolcreaterole and not rolcreatedb`
    expect(roles).toHaveLength(2)
    expect(await wallFaults(intake.look, 'intake')).toEqual([])
    expect(await wallFaults(intake.look, 'case_review')).toEqual([])
  })

  test('row security holds for the owner of the tables too', async () => {
    const admin = postgres(intake.adminUrl, { max: 1 })
    try {
      await admin
        .unsafe('begin; drop policy migration on intake.records; set local role intake_migrator')
        .simple()
      expect(await admin`select id from intake.records`).toHaveLength(0)
    } finally {
      await admin.end()
    }
  })
})
