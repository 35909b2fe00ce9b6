import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditOf, sealEntries } from '@cdop/audit'
import { clockOffset, connect, type Database } from '@cdop/database'
import { AreaId, RequestId } from '@cdop/domain'
import { everySchema } from '@cdop/events'
import { systemClock } from '@cdop/runtime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { audit } from './audit.ts'
import { migrateServices } from './database/migrate-services.ts'
import { demo } from './demo.ts'
import { placeIn } from './place.ts'
import { refuseUnlessDemonstration } from './replay.ts'
import { ownCluster } from './testing-cluster.ts'

let cluster: Awaited<ReturnType<typeof ownCluster>>
let folder: string
let url: string
let admin: Database
let said: string[]

beforeAll(async () => {
  cluster = await ownCluster()
  folder = await mkdtemp(join(tmpdir(), 'cdop-operator-'))
})
afterAll(async () => {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  url = await cluster.newDatabase()
  admin = connect(url, { max: 1 })
  said = []
})
afterEach(() => admin.close())

function migrated(kind: 'demonstration' | 'live'): Promise<number> {
  const intake = { name: 'intake' as const, main: 'none', migrations: async () => everySchema }
  return migrateServices({
    adminUrl: url,
    kind,
    services: [intake],
    passwordOf: () => 'of-the-test',
    fingerprintOf: null,
  })
}

const around = () => ({
  settings: { DATABASE_URL: url },
  place: placeIn(folder),
  say: (line: string) => said.push(line),
})

describe('cdop audit verify', () => {
  const areaId = AreaId.parse(randomUUID())
  const clock = systemClock()

  /** Three entries of one area, sealed. */
  async function audited(): Promise<void> {
    await migrated('demonstration')
    const app = new URL(url)
    app.username = 'intake_app'
    app.password = 'of-the-test'
    const intake = connect(app.href, { max: 1 })
    const actor = {
      kind: 'service' as const,
      service: 'intake' as const,
      areaId,
      onBehalfOf: null,
      requestId: RequestId.parse(randomUUID()),
    }
    const deed = { action: 'case.open', object: { kind: 'case', id: randomUUID() } }
    await intake.transaction(actor, (tx) =>
      auditOf('intake', clock).record(tx, actor, areaId, deed, deed, deed),
    )
    expect(await sealEntries(intake, 'intake', clock)).toBe(3)
    await intake.close()
  }

  test('says that every chain holds, in words and as JSON', async () => {
    await audited()
    expect(await audit(['verify'], around())).toBe(0)
    expect(said).toEqual(['intake: 3 entries in 1 areas, all chains hold'])
    said = []
    expect(await audit(['verify', '--json'], around())).toBe(0)
    expect(JSON.parse(said.join())).toEqual([{ schema: 'intake', areas: 1, entries: 3, faults: [] }])
  })

  test('finds an entry that an administrator altered', async () => {
    await audited()
    await admin.sql`alter table intake.audit_entries disable trigger user`
    await admin.sql`
      update intake.audit_entries set entry = jsonb_set(entry, '{action}', '"case.close"')
      where id = (select entry_id from intake.audit_chain where sequence = 2)`
    expect(await audit(['verify'], around())).toBe(1)
    expect(said.join()).toContain(`altered: area ${areaId}, number 2`)
  })

  test('says so when there is nothing to verify', async () => {
    await expect(audit(['verify'], around())).rejects.toThrow('holds no audit yet')
    await expect(audit(['check'], around())).rejects.toThrow('audit verify')
  })
})

describe('cdop demo time', () => {
  test('moves a demonstration to a time in London, and back', async () => {
    await migrated('demonstration')
    expect(await demo(['time', '--at', '2026-05-01T09:00'], around())).toBe(0)
    const moved = Date.now() + (await clockOffset(admin))
    expect(Math.abs(moved - Date.parse('2026-05-01T08:00:00Z'))).toBeLessThan(5_000)
    expect(said).toEqual([
      'In the demonstration it is now 2026-05-01 09:00 in London, and time goes on from there.',
    ])

    await demo(['time', '--reset'], around())
    expect(await clockOffset(admin)).toBe(0)
  })

  test('never moves a live database', async () => {
    await migrated('live')
    await expect(demo(['time', '--at', '2026-05-01T09:00'], around())).rejects.toThrow(
      'This database is live: its time is the real time and cannot be moved.',
    )
  })

  test.each(['yesterday', '2026-02-30T09:00', '2026-05-01T25:00'])('refuses the time %s', async (at) => {
    await migrated('demonstration')
    await expect(demo(['time', '--at', at], around())).rejects.toThrow('is not a date and time')
    expect(await clockOffset(admin)).toBe(0)
  })

  test('needs to be told one thing to do', async () => {
    await expect(demo(['time'], around())).rejects.toThrow('Say one of two')
    await expect(demo(['time', '--at', '2026-05-01T09:00', '--reset'], around())).rejects.toThrow(
      'one of two',
    )
    await expect(demo([], around())).rejects.toThrow('demo time')
  })

  test('says where to get a database when there is none', async () => {
    const nowhere = { ...around(), settings: {} }
    await expect(demo(['time', '--reset'], nowhere)).rejects.toThrow('There is no database here yet')
  })
})

describe('cdop replay', () => {
  test('brings invented children into a demonstration, and never near live records', async () => {
    await expect(refuseUnlessDemonstration(url)).rejects.toThrow('not marked as a demonstration')
    await migrated('live')
    await expect(refuseUnlessDemonstration(url)).rejects.toThrow('not marked as a demonstration')
  })

  test('finds a demonstration to be one', async () => {
    await migrated('demonstration')
    await refuseUnlessDemonstration(url)
  })
})
