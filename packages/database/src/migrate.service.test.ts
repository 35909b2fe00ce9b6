import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { type Migration, readMigrations } from './migration.ts'
import { dumpSchema } from './schema-dump.ts'
import { givenPerson, type TestDatabase, testDatabase } from './testing.ts'
import { addRecord, newArea, withRecords } from './testing-records.ts'

const areas = [newArea(), newArea(), newArea()]
const appPassword = 'test-only'
const backfill: Migration = {
  name: '0002-backfill.sql',
  sql: `update {schema}.records set note = 'backfilled ' || left(id::text, 8) where note is null;`,
}

describe('migrations', () => {
  let given: TestDatabase
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords)
    for (const area of areas) {
      await given.database.transaction(givenPerson(['coordinator'], area), (tx) => addRecord(tx, area))
    }
  })
  afterAll(() => given.drop())

  const plan = (migrations: readonly Migration[]) => ({ schema: 'intake', migrations, appPassword })
  const untouched = () => given.look`select id from intake.records where note is null`

  test('applied twice change nothing the second time', async () => {
    const before = await dumpSchema(given.adminUrl, 'intake')
    expect(await migrate(given.adminUrl, plan(withRecords))).toEqual([])
    expect(await dumpSchema(given.adminUrl, 'intake')).toBe(before)
  })

  test('that were changed after they were applied are refused, and the refusal names them', async () => {
    const changed = withRecords.map((migration) =>
      migration.name === '0001-records.sql' ? { ...migration, sql: `${migration.sql} ` } : migration,
    )
    await expect(migrate(given.adminUrl, plan(changed))).rejects.toThrow(
      /0001-records\.sql of intake was changed/,
    )
  })

  test('that fail leave nothing of themselves', async () => {
    const failing: Migration = {
      name: '0002-fails.sql',
      sql: 'create table {schema}.half (id int primary key); select 1 / 0;',
    }
    await expect(migrate(given.adminUrl, plan([...withRecords, failing]))).rejects.toMatchObject({
      name: 'DatabaseError',
      sqlState: '22012',
    })
    expect(await given.look`select to_regclass('intake.half') as half`).toEqual([{ half: null }])
    expect(await given.look`select name from intake.migrations where name like '0002%'`).toHaveLength(0)
  })

  test('by the migrator would backfill nothing without its policy, silently', async () => {
    const blind: Migration = { name: '0002-blind.sql', sql: `drop policy migration on {schema}.records;` }
    const other = await testDatabase('intake', [...withRecords, blind])
    try {
      const [area = newArea()] = areas
      await other.database.transaction(givenPerson(['coordinator'], area), (tx) => addRecord(tx, area))
      await migrate(other.adminUrl, plan([...withRecords, blind, backfill]))
      expect(await other.look`select id from intake.records where note is null`).toHaveLength(1)
    } finally {
      await other.drop()
    }
  })

  test('by the migrator backfill the rows of every area', async () => {
    expect(await untouched()).toHaveLength(3)
    expect(await migrate(given.adminUrl, plan([...withRecords, backfill]))).toEqual([backfill.name])
    expect(await untouched()).toHaveLength(0)
    expect(await given.look`select id from intake.records where note like 'backfilled %'`).toHaveLength(3)
  })

  test('started twice at once are applied once', async () => {
    const schema = `twice_${randomUUID().slice(0, 8)}`
    try {
      const both = await Promise.all(
        [1, 2].map(() => migrate(given.adminUrl, { schema, migrations: withRecords, appPassword })),
      )
      expect(both.flat().sort()).toEqual(withRecords.map((migration) => migration.name).sort())
    } finally {
      await given.look.unsafe(`drop schema ${schema} cascade`)
      for (const role of [`${schema}_app`, `${schema}_door`, `${schema}_migrator`]) {
        await given.look.unsafe(`drop owned by ${role}`)
        await given.look.unsafe(`drop role ${role}`)
      }
    }
  })
})

describe('a folder of migrations', () => {
  const folder = (...names: string[]) => {
    const path = mkdtempSync(join(tmpdir(), 'migrations-'))
    for (const name of names) writeFileSync(join(path, name), 'select 1')
    return pathToFileURL(`${path}/`)
  }

  test('is read in the order of its numbers', () => {
    const names = readMigrations(folder('0002-then.sql', '0001-first.sql', 'README.md')).map(
      ({ name }) => name,
    )
    expect(names).toEqual(['0001-first.sql', '0002-then.sql'])
  })

  test('that is empty, or holds a file without a number, is a mistake', () => {
    expect(() => readMigrations(folder())).toThrow('no migrations')
    expect(() => readMigrations(folder('first.sql'))).toThrow('is not named')
  })
})
