import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '@cdop/database'
import { wallFaults } from '@cdop/database/testing'
import { ServiceName, schemaOf } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../migrate.ts'
import { placeIn } from '../place.ts'
import { ownCluster } from '../testing-cluster.ts'

const schemas = ServiceName.options.map(schemaOf)

let cluster: Awaited<ReturnType<typeof ownCluster>>
let folder: string
let admin: Database
const as = new Map<string, Database>()

beforeAll(async () => {
  cluster = await ownCluster()
  folder = await mkdtemp(join(tmpdir(), 'cdop-walls-'))
  const url = await cluster.newDatabase()
  const settings = Object.fromEntries(
    schemas.map((schema) => [
      `${schema.toUpperCase()}_DATABASE_URL`,
      url.replace(/\/\/[^@]*@/, `//${schema}_app:walls@`),
    ]),
  )
  const around = {
    settings: { DATABASE_URL: url, ...settings },
    place: placeIn(folder),
    say: () => undefined,
  }
  expect(await migrate(['--demonstration'], around)).toBe(0)
  admin = connect(url, { max: 1 })
  for (const schema of schemas)
    as.set(schema, connect(settings[`${schema.toUpperCase()}_DATABASE_URL`] ?? '', { max: 1 }))
}, 60_000)

afterAll(async () => {
  for (const database of as.values()) await database.close()
  await admin.close()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

async function tablesOf(schema: string): Promise<readonly string[]> {
  const rows = await admin.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in (${schema}, ${`${schema}_jobs`}) order by 1`
  return rows.map((row) => row.name)
}

describe.each(schemas)('the role of %s', (schema) => {
  const role = () => as.get(schema) ?? admin

  test('is refused on every table of every other schema, whatever the statement', async () => {
    let refused = 0
    for (const other of schemas.filter((name) => name !== schema)) {
      const tables = await tablesOf(other)
      expect(tables.length).toBeGreaterThan(8)
      for (const table of tables) {
        for (const statement of [
          `select 1 from ${table}`,
          `insert into ${table} default values`,
          `update ${table} set ctid = ctid`,
          `delete from ${table}`,
          `truncate ${table}`,
        ]) {
          await expect(role().withoutActor((tx) => tx.unsafe(statement))).rejects.toMatchObject({
            sqlState: '42501',
          })
          refused += 1
        }
      }
    }
    expect(refused).toBeGreaterThan(200)
  }, 60_000)

  test('makes nothing, owns nothing and passes no row security', async () => {
    for (const statement of [
      `create table ${schema}.mine (id int)`,
      'create schema mine',
      'create table public.mine (id int)',
      `create function ${schema}.mine() returns int language sql as 'select 1'`,
    ]) {
      await expect(role().withoutActor((tx) => tx.unsafe(statement))).rejects.toMatchObject({
        sqlState: '42501',
      })
    }
    const [row] = await admin.sql`
      select rolsuper, rolbypassrls, rolinherit, rolcreatedb, rolcreaterole,
             (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = ${`${schema}_app`}`
    expect(row).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolinherit: false,
      rolcreatedb: false,
      rolcreaterole: false,
      owned: 0,
    })
  })

  test('finds every table of its own schema declared and walled', async () => {
    expect(await wallFaults(admin.sql, schema)).toEqual([])
  })
})
