import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Database } from './database.ts'
import { type TestDatabase, testDatabase, wallFaults } from './testing.ts'
import { withRecords } from './testing-records.ts'

const planted: Readonly<Record<string, readonly [statement: string, fault: string]>> = {
  'a table without a class': ['create table intake.t (id int)', 't: no class'],
  'a class that is none': ["comment on table intake.records is 'class: mine'", 'records: no class'],
  'row security switched off': [
    'alter table intake.records disable row level security',
    'records: row security is off',
  ],
  'row security not forced': [
    'alter table intake.records no force row level security',
    'records: row security is not forced',
  ],
  'a table nobody walled': [
    `create table intake.t (area_id uuid, primary key (area_id)); comment on table intake.t is 'class: tenant'`,
    't: no policy by area',
  ],
  'a policy that lets everybody in': [
    'create policy everybody on intake.records using (true)',
    'records: another policy lets more in',
  ],
  'a policy by area that does not look at the area': [
    'alter policy area on intake.records using (true)',
    'records: no policy by area',
  ],
  'no policy by subject': ['drop policy subject on intake.records', 'records: no policy by subject'],
  'a backfill that would change nothing': [
    'drop policy migration on intake.records',
    'records: no policy for the migrator',
  ],
  'a key that does not begin with the area': [
    `create table intake.t (id int primary key, area_id uuid); call intake.tenant_table('t')`,
    't: the primary key does not begin with area_id',
  ],
  'uniqueness across areas': [
    'create unique index on intake.records (amount)',
    'records: uniqueness reaches across areas',
  ],
  'the right to truncate': [
    'grant truncate on intake.records to intake_app',
    'records: the service may truncate it',
  ],
  'a view that looks past row security': [
    'create view intake.v as select * from intake.records',
    'v: a view that looks past row security',
  ],
  'a service that owns a table': [
    'alter table intake.kinds owner to intake_app',
    'kinds: the service owns it',
  ],
  'a service that may make tables': [
    'grant create on schema intake to intake_app',
    'intake_app: may create in the schema',
  ],
  'a door that somebody may sign in by': [
    'alter role intake_door login',
    'intake_door: somebody may sign in as it',
  ],
  'a door that changes what it shows': [
    'grant update on intake.records to intake_door',
    'intake_door: may change a table',
  ],
  'a door the service itself may become': [
    'grant intake_door to intake_app',
    'intake_door: somebody else may become it',
  ],
}

describe('the check of the walls', () => {
  let given: TestDatabase
  let superuser: Database
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords)
    superuser = connect(given.adminUrl, { max: 1 })
  })
  afterAll(async () => {
    await superuser.close()
    await given.drop()
  })

  test('finds nothing wrong with a schema made by its migrations', async () => {
    expect(await wallFaults(given.look, 'intake')).toEqual([])
  })

  test.for(Object.entries(planted))('finds %s', async ([, [statement, fault]]) => {
    const undo = new Error('undo')
    let found: readonly string[] = []
    const planting = superuser.withoutActor(async (tx) => {
      await tx.unsafe(statement).simple()
      found = await wallFaults(tx, 'intake')
      throw undo
    })
    await expect(planting).rejects.toBe(undo)
    expect(found).toContain(fault)
    expect(await wallFaults(given.look, 'intake')).toEqual([])
  })
})
