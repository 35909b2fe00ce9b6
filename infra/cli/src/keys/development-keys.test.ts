import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyring } from '@cdop/rpc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { developmentKeys, signingKeyFile, trustedKeysFile } from './development-keys.ts'

let place: string
let folder: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'cdop-keys-'))
  folder = join(place, 'keys')
})
afterEach(() => rm(place, { recursive: true, force: true }))

async function contents(): Promise<Record<string, string>> {
  const names = await readdir(folder)
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}

test('only their owner can read the keys', async () => {
  await developmentKeys(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  const names = await readdir(folder)
  expect(names).toHaveLength(5 * 3 + 4)
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600)
})

test('keys are made once: later starts, and two at the same moment, use the same', async () => {
  const both = await Promise.all([developmentKeys(folder), developmentKeys(folder)])
  const first = await contents()
  const third = await developmentKeys(folder)
  expect(both).toEqual([third, third])
  expect(await contents()).toEqual(first)
})

test('no two services share a key', async () => {
  const { of } = await developmentKeys(folder)
  const secrets = await contents()
  const values = Object.entries(secrets)
    .filter(([name]) => name !== 'trusted-keys.json')
    .map(([, value]) => value)
  expect(new Set(values).size).toBe(values.length)
  expect(new Set(Object.values(of).map((keys) => keys.databasePassword)).size).toBe(5)
})

test('every caller is known to every service, and the trusted keys hold nothing secret', async () => {
  const { of } = await developmentKeys(folder)
  const trusted: unknown = JSON.parse(await readFile(trustedKeysFile(folder), 'utf8'))
  const own: unknown = JSON.parse(await readFile(of.intake.signingKeyFile, 'utf8'))
  const ring = await keyring('intake', own, trusted)
  expect(() => ['cli', 'portal', 'case-review'].map((name) => ring.publicKeyOf(name as 'cli'))).not.toThrow()
  expect(JSON.stringify(trusted)).not.toContain('"d"')
})

test('a key of a service that came later is added to those there are', async () => {
  await developmentKeys(folder)
  const before = await contents()
  await rm(join(folder, 'reporting.encryption-key'))
  await developmentKeys(folder)
  const after = await contents()
  expect(Object.keys(after)).toEqual(Object.keys(before))
  expect(after['reporting.encryption-key']).not.toBe(before['reporting.encryption-key'])
  expect(after['intake.encryption-key']).toBe(before['intake.encryption-key'])
})

test('a folder others could read is closed again', async () => {
  await developmentKeys(folder)
  await chmod(folder, 0o755)
  await developmentKeys(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test.each(['intake.encryption-key', 'intake.signing-key.json', 'portal.database-password'])(
  'a damaged %s is one sentence, and is left as it was',
  async (name) => {
    await developmentKeys(folder)
    await writeFile(join(folder, name), 'x')
    await expect(developmentKeys(folder)).rejects.toThrow(
      `The file ${join(folder, name)} does not hold a key`,
    )
    expect(await readFile(join(folder, name), 'utf8')).toBe('x')
  },
)

test('the operator signs with a key of its own', async () => {
  await developmentKeys(folder)
  expect(await readFile(signingKeyFile(folder, 'cli'), 'utf8')).toContain('"d"')
})
