import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withAdministrator } from '../database/with-administrator.ts'
import { placeIn } from '../place.ts'
import { urlsOf } from './plan.ts'
import { recordRunning } from './running-record.ts'
import { addressesOf } from './start-stack.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdop-record-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const services = { portal: 1, reporting: 2, 'factor-analysis': 3, 'case-review': 4, intake: 5 }
const ports = {
  of: services,
  mailSmtp: 6,
  mailPage: 7,
  nationalDatabase: 11,
  identityProvider: 8,
  documents: 8,
  scanner: 9,
  scannerHealth: 10,
}
const running = (deployment: 'demonstration' | 'live') => ({
  deployment,
  adminUrl: 'postgres://postgres:of-the-operator@db.example:5432/cdop',
  portalUrl: 'https://reviews.example.org',
  mailUrl: null,
  urls: urlsOf(ports),
})

describe('what is written down of what runs', () => {
  test.each(['demonstration', 'live'] as const)('of a %s is for its owner alone', async (deployment) => {
    const place = placeIn(folder)
    await recordRunning(place, { pid: process.pid, ...addressesOf(running(deployment)) })
    expect((await stat(place.running)).mode & 0o777).toBe(0o600)
  })

  test('of a live stack holds no password, and a command that needs one asks for it', async () => {
    const place = placeIn(folder)
    await recordRunning(place, { pid: process.pid, ...addressesOf(running('live')) })
    expect(await readFile(place.running, 'utf8')).not.toContain('of-the-operator')
    await expect(withAdministrator(place, {}, async () => 'seen')).rejects.toThrow('set DATABASE_URL')
  })
})
