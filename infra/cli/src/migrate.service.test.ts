import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '@cdop/database'
import { everySchema } from '@cdop/events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { placeIn } from './place.ts'
import type { InstalledService } from './services/services.ts'
import { ownCluster } from './testing-cluster.ts'

const intake: InstalledService = { name: 'intake', main: 'none', migrations: async () => everySchema }

let cluster: Awaited<ReturnType<typeof ownCluster>>
let database: string
let folder: string
let said: string[]
let admin: Database

beforeAll(async () => {
  cluster = await ownCluster()
})
afterAll(() => cluster.stop())
beforeEach(async () => {
  database = await cluster.newDatabase()
  folder = await mkdtemp(join(tmpdir(), 'cdop-migrate-'))
  said = []
  admin = connect(database, { max: 1 })
})
afterEach(async () => {
  await admin.close()
  await rm(folder, { recursive: true, force: true })
})

function run(args: readonly string[], more: Record<string, string | undefined> = {}): Promise<number> {
  const around = {
    settings: { DATABASE_URL: database, ...more },
    place: placeIn(folder),
    say: (line: string) => said.push(line),
  }
  return migrate(args, around, [intake])
}

async function mark(): Promise<unknown> {
  return (await admin.sql`select kind from deployment.kind`)[0]?.['kind']
}

describe('cdop migrate', () => {
  test('marks a new database, makes the schema, and a second run changes nothing', async () => {
    expect(await run(['--demonstration'])).toBe(0)
    expect(said).toContain(`intake: ${everySchema.length} migrations applied`)
    expect(await mark()).toBe('demonstration')
    const before = await admin.sql`select name, checksum, applied_at from intake.migrations order by name`
    expect(before).toHaveLength(everySchema.length)

    said = []
    expect(await run([])).toBe(0)
    expect(said).toEqual(['Nothing to do: the database is up to date.'])
    expect(await admin.sql`select name, checksum, applied_at from intake.migrations order by name`).toEqual(
      before,
    )
  })

  test('does not guess what a new database is for', async () => {
    await expect(run([])).rejects.toThrow('Say what this new database is for')
    expect(await admin.sql`select to_regclass('deployment.kind') as kind`).toEqual([{ kind: null }])
  })

  test('a live database takes its passwords from the operator and no key is made up for it', async () => {
    const url = 'postgres://intake_app:of-the-operator@db.example:5432/cdop'
    expect(await run(['--live'], { INTAKE_DATABASE_URL: url })).toBe(0)
    expect(await mark()).toBe('live')
    expect(await readdir(folder)).toEqual([])
    expect(await admin.sql`select to_regclass('demo.clock_offset') as clock`).toEqual([{ clock: null }])
    const app = new URL(database)
    app.username = 'intake_app'
    app.password = 'of-the-operator'
    const signedIn = connect(app.href, { max: 1 })
    expect(await signedIn.sql`select current_user as name`).toEqual([{ name: 'intake_app' }])
    await signedIn.close()
  })

  test('a live database without the services’ addresses is refused in one sentence', async () => {
    await expect(run(['--live'])).rejects.toThrow('INTAKE_DATABASE_URL must be given as')
  })

  test('a live database never becomes a demonstration, nor the reverse', async () => {
    const url = 'postgres://intake_app:of-the-operator@db.example:5432/cdop'
    await run(['--live'], { INTAKE_DATABASE_URL: url })
    await expect(run(['--demonstration'])).rejects.toThrow('marked live and never becomes a demonstration')
    expect(await mark()).toBe('live')
  })

  test('a demonstration made with other keys is refused before any password is changed', async () => {
    await run(['--demonstration'])
    await admin.sql`insert into intake.key_fingerprints (key_name, fingerprint) values ('root', 'of-other-keys')`
    const password = () => admin.sql`select rolpassword from pg_authid where rolname = 'intake_app'`
    const before = await password()
    await expect(run([])).rejects.toThrow('This database was encrypted with other keys')
    expect(await password()).toEqual(before)
  })

  test('a mistyped option is refused instead of left out', async () => {
    await expect(run(['--demo'])).rejects.toThrow('it takes --demonstration, --live.')
    await expect(run(['--demonstration', '--live'])).rejects.toThrow('not both')
  })

  test('without DATABASE_URL, or when nothing answers there, it is one sentence', async () => {
    await expect(run([], { DATABASE_URL: undefined })).rejects.toThrow('DATABASE_URL is not set')
    const nowhere = 'postgres://postgres:x@127.0.0.1:9/postgres'
    await expect(run([], { DATABASE_URL: nowhere })).rejects.toThrow('127.0.0.1:9 cannot be reached')
  })
})
