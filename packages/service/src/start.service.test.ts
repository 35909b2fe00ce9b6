import { randomBytes } from 'node:crypto'
import { keysFrom } from '@cdop/encryption'
import { everySchema } from '@cdop/events'
import { type CallReport, newSigningKey, procedures } from '@cdop/rpc'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { serviceEnvironment } from './environment.ts'
import type { ServiceParts } from './parts.ts'
import { runService, type ServiceDefinition, serviceApp } from './run-service.ts'
import { refuseOtherKeys } from './start-checks.ts'
import { type GivenService, givenService } from './testing.ts'

const definition: ServiceDefinition<ServiceParts> = {
  service: 'intake',
  router: procedures<ServiceParts>().router({}),
  extend: async (parts) => ({ parts, closing: [] }),
}

let given: GivenService
beforeAll(async () => {
  given = await givenService('intake', everySchema)
})
afterAll(() => given.drop())

async function settings(changed: Record<string, string | undefined> = {}) {
  const { privateKey, publicKey } = await newSigningKey()
  const url = 'http://127.0.0.1:9'
  return {
    INTAKE_DATABASE_URL: given.test.appUrl,
    INTAKE_PORT: '0',
    INTAKE_SIGNING_KEY: JSON.stringify(privateKey),
    INTAKE_ENCRYPTION_KEY: randomBytes(32).toString('base64url'),
    TRUSTED_KEYS: JSON.stringify({ intake: publicKey }),
    PORTAL_URL: url,
    REPORTING_URL: url,
    FACTOR_ANALYSIS_URL: url,
    CASE_REVIEW_URL: url,
    INTAKE_URL: url,
    ...changed,
  }
}
const start = async (changed: Record<string, string | undefined> = {}) =>
  runService(definition, serviceEnvironment('intake', await settings(changed)))
/** Sessions of a process that should have gone; the ones of this test itself are the pool of `given`. */
const strangers = async () => {
  const rows = await given.test.look<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and usename = 'intake_app'`
  return rows.length
}

describe('a service that starts', () => {
  test('names every setting that is missing, its own by its own name', async () => {
    const missing = { INTAKE_DATABASE_URL: undefined, INTAKE_SIGNING_KEY: 'no json', PORTAL_URL: undefined }
    const said = await start(missing).catch((thrown: unknown) => String(thrown))
    expect(said).toContain('EnvironmentError')
    for (const name of ['DATABASE_URL', 'SIGNING_KEY', 'PORTAL_URL']) expect(said).toContain(name)
    expect(said).not.toContain('no json')
  })

  test('refuses a key that is none, in one sentence and without the key', async () => {
    const said = await start({ INTAKE_ENCRYPTION_KEY: 'c2hvcnQ' }).catch((thrown: unknown) => String(thrown))
    expect(said).toContain('The encryption key is not 32 bytes of base64url.')
    expect(said).not.toContain('c2hvcnQ')
  })

  test('refuses a server that could lose what it says it has saved, and leaves nothing running', async () => {
    const before = await strangers()
    await expect(start()).rejects.toThrow(/fsync.* switched off and could lose saved records/)
    expect(await strangers()).toBe(before)
  })

  test('refuses a database that was made with other keys', async () => {
    const [ours, theirs] = [randomBytes(32), randomBytes(32)].map((root) => keysFrom(root).fingerprint())
    await refuseOtherKeys(given.parts.database, 'intake', ours ?? '')
    await refuseOtherKeys(given.parts.database, 'intake', ours ?? '')
    await expect(refuseOtherKeys(given.parts.database, 'intake', theirs ?? '')).rejects.toThrow(
      'This database was encrypted with other keys.',
    )
  })
})

describe('a service as one app', () => {
  test('says of every answer that nothing in it runs and nobody keeps it, also when a door breaks', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const reported: CallReport[] = []
    const breaking: ServiceDefinition<ServiceParts> = {
      ...definition,
      doors: (app) =>
        app.get('/breaks', () => {
          throw new TypeError('cannot read Aurelia 9990000018')
        }),
    }
    const app = serviceApp(breaking, given.parts, (call) => reported.push(call))
    for (const path of ['/health/live', '/rpc/case.open', '/nowhere', '/breaks']) {
      const { headers } = await app.request(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    const broken = await app.request('/breaks')
    expect(broken.status).toBe(500)
    expect(await broken.text()).not.toContain('Aurelia')
    expect(reported).toMatchObject([{ code: 'internal', cause: expect.any(TypeError) }, { code: 'internal' }])
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })

  test('is alive, is ready while it can commit, and keeps its door shut to strangers', async () => {
    const app = serviceApp(definition, given.parts, () => undefined)
    expect((await app.request('/health/live')).status).toBe(200)
    expect((await app.request('/health/ready')).status).toBe(200)
    const stranger = await app.request('/rpc/case.open', { method: 'POST', body: '{}' })
    expect(stranger.status).toBe(401)
    await given.test.look`revoke insert on intake.readiness from intake_app`
    expect((await app.request('/health/ready')).status).toBe(503)
    expect((await app.request('/health/live')).status).toBe(200)
    await given.test.look`grant insert on intake.readiness to intake_app`
  })
})
