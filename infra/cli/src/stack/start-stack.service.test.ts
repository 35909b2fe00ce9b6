import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, markDeployment } from '@cdop/database'
import { AreaId, PersonId, SYSTEM_AREA } from '@cdop/domain'
import { startPostgres } from '@cdop/postgres'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { placeIn } from '../place.ts'
import { type TestRouter, testService } from '../testing-service.ts'
import { operatorClient } from './operator-client.ts'
import { runningHere } from './running-record.ts'
import { type Stack, type StackOptions, startStack } from './start-stack.ts'

// Real processes on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const services = [testService('intake'), testService('reporting')]

let folder: string
let stack: Stack | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdop-stack-'))
})
afterEach(async () => {
  await stack?.stop()
  stack = undefined
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function start(more: StackOptions = {}): Promise<Stack> {
  stack = await startStack({ place: placeIn(folder), services, ...more })
  return stack
}

async function pidsOf(running: Pick<Stack, 'keysDir' | 'urls'>): Promise<number[]> {
  const request = (await operatorClient(running)).onOwnAccount(SYSTEM_AREA)
  const answers = [
    await request.to<TestRouter>('intake').test.whoAsks.query({}),
    await request.to<TestRouter>('reporting').test.whoAsks.query({}),
  ]
  return answers.map(({ pid }) => pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('the whole stack', () => {
  test('starts on nothing, serves the operator and whom it speaks for, and leaves nothing running', async () => {
    const lines: string[] = []
    const running = await start({ report: (line) => lines.push(line) })
    expect(running.deployment).toBe('demonstration')
    expect(lines).toEqual(expect.arrayContaining(['intake is ready', 'reporting is ready']))
    expect(await runningHere(placeIn(folder))).toMatchObject({ urls: running.urls })

    const client = await operatorClient(running)
    const person = {
      kind: 'person' as const,
      personId: PersonId.parse(crypto.randomUUID()),
      roles: ['coordinator' as const],
      areaIds: [AreaId.parse(crypto.randomUUID())],
      purpose: 'child-death-review' as const,
    }
    const request = await client.onBehalfOf(person)
    const answer = await request.to<TestRouter>('intake').test.whoAsks.query({})
    expect(answer).toMatchObject({ actor: person, caller: 'cli' })

    const pids = await pidsOf(running)
    await running.stop()
    expect(pids.filter(isRunning)).toEqual([])
    expect(await runningHere(placeIn(folder))).toBeNull()
    await expect(fetch(running.urls.intake)).rejects.toThrow()
  })

  test('starts on existing data, and a killed service is said so and comes back', async () => {
    const lines: string[] = []
    const running = await start({ report: (line) => lines.push(line) })
    expect(lines.join()).not.toContain('applied')

    const [intake = 0] = await pidsOf(running)
    process.kill(intake, 'SIGKILL')
    await expect.poll(() => lines, { timeout: 30_000 }).toContain('intake is running again.')
    expect(lines).toContain('intake ended unexpectedly and is started again (1 of 5).')
    expect((await pidsOf(running))[0]).not.toBe(intake)
  })

  test('a start whose database was made with other keys is refused in one sentence', async () => {
    const { keys } = placeIn(folder)
    await rename(keys, `${keys}.kept`)
    await expect(start()).rejects.toThrow(
      'This database was encrypted with other keys: put back the ones it was made with',
    )
    await rm(keys, { recursive: true })
    await rename(`${keys}.kept`, keys)
  })

  test('a taken port is one sentence, said before anything is started', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const portalPort = typeof address === 'object' && address !== null ? address.port : 0
    const lines: string[] = []
    await expect(start({ portalPort, report: (line) => lines.push(line) })).rejects.toThrow(
      `Port ${portalPort} is taken by another program`,
    )
    expect(lines).toEqual([])
    taken.close()
  })
})

describe('after a kill', () => {
  test('services whose starter was killed stop by themselves, and the next start takes over', async () => {
    const program = `
      const { startStack } = await import(${JSON.stringify(import.meta.resolve('./start-stack.ts'))})
      const { testService } = await import(${JSON.stringify(import.meta.resolve('../testing-service.ts'))})
      await startStack({ place: ${JSON.stringify(placeIn(folder))}, services: [testService('intake'), testService('reporting')] })
      process.stdout.write('running')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const record = await runningHere(placeIn(folder))
    if (record === null) throw new Error('nothing was recorded')
    const pids = await pidsOf({ urls: record.urls, keysDir: placeIn(folder).keys })
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await expect.poll(() => pids.filter(isRunning), { timeout: 30_000 }).toEqual([])
    await ended
    expect((await pidsOf(await start())).filter(isRunning)).toHaveLength(2)
  })
})

describe('a server of somebody else', () => {
  async function given<Result>(
    prepare: (url: string) => Promise<unknown>,
    work: (url: string, elsewhere: string) => Promise<Result>,
  ): Promise<Result> {
    const server = await startPostgres({ dataDir: placeIn(folder).postgres, durability: 'full' })
    const elsewhere = await mkdtemp(join(tmpdir(), 'cdop-stack-elsewhere-'))
    const admin = connect(server.url, { max: 1 })
    try {
      await admin.sql`create database theirs`
      const url = server.url.replace(/\/postgres$/, '/theirs')
      await prepare(url)
      return await work(url, elsewhere)
    } finally {
      await stack?.stop()
      await admin.sql`drop database theirs with (force)`
      await admin.close()
      await server.stop()
      await rm(elsewhere, { recursive: true, force: true })
    }
  }

  test('marked live gets no demonstration: keys, users and mail must come from the operator', async () => {
    await given(
      (url) => markDeployment(url, 'live'),
      async (url, elsewhere) => {
        await expect(start({ place: placeIn(elsewhere), settings: { DATABASE_URL: url } })).rejects.toThrow(
          /^This database is marked live, and a live start makes up no keys, users or mail: set OIDC_ISSUER, .*INTAKE_DATABASE_URL/,
        )
        await expect(readFile(join(elsewhere, 'keys/trusted-keys.json'))).rejects.toThrow('ENOENT')
      },
    )
  })

  test('that holds tables of another program is left alone', async () => {
    const other = async (url: string) => {
      const theirs = connect(url, { max: 1 })
      await theirs.sql`create table invoices (number int)`
      await theirs.close()
    }
    await given(other, async (url, elsewhere) => {
      await expect(start({ place: placeIn(elsewhere), settings: { DATABASE_URL: url } })).rejects.toThrow(
        'holds tables and is not marked',
      )
    })
  })

  test('that does not answer is one sentence', async () => {
    const settings = { DATABASE_URL: 'postgres://postgres:x@127.0.0.1:9/postgres' }
    await expect(start({ settings })).rejects.toThrow('127.0.0.1:9 cannot be reached')
  })
})
