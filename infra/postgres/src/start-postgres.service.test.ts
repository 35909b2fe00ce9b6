import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from './free-port.ts'
import { PlainError } from './plain-error.ts'
import { isAlive, readPostmasterFile } from './postmaster.ts'
import { spawnAs } from './run-program.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

let place: string
let dataDir: string
let server: RunningPostgres | undefined
let connections: Sql[]

beforeEach(async () => {
  // A private place, like the checkout of a careful person: the database user cannot walk into it.
  place = await mkdtemp('/tmp/cdop-postgres-test-')
  await chmod(place, 0o700)
  dataDir = join(place, 'var/postgres')
  connections = []
})

afterEach(async () => {
  await Promise.all(connections.map((sql) => sql.end({ timeout: 1 })))
  await server?.stop()
  server = undefined
  await rm(place, { recursive: true, force: true })
})

async function start(port?: number): Promise<Sql> {
  server = await startPostgres({ dataDir, durability: 'full', ...(port === undefined ? {} : { port }) })
  return connect(server.url)
}

function connect(url: string): Sql {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, idle_timeout: 60 })
  connections.push(sql)
  return sql
}

async function postmasterPid(): Promise<number> {
  return (await readPostmasterFile(dataDir))?.pid ?? 0
}

async function killed(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isAlive(pid)).toBe(false)
}

/** A program of its own that starts the database, says its process number and never stops it. */
async function startFromAnotherProgram(): Promise<{ parent: number; url: string }> {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))})
    const { url } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durability: 'full' })
    process.stdout.write(url)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    child.once('exit', () => reject(new Error('the program that starts the database ended')))
  })
  return { parent: child.pid ?? 0, url }
}

describe('a database in a private checkout', () => {
  test('starts, keeps what was stored, and leaves no process behind', async () => {
    const first = await start()
    await first`create table kept as select 1 as value`
    const pids = (await first`select pid from pg_stat_activity`).map((row) => Number(row['pid']))
    const postmaster = await postmasterPid()
    expect(pids.length).toBeGreaterThan(3)

    await server?.stop()
    expect([...pids, postmaster].filter(isAlive)).toEqual([])

    const again = await start()
    expect(await again`select value from kept`).toEqual([{ value: 1 }])
  })

  test('keeps its password beside the data, for its owner alone', async () => {
    await start()
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600)
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    await expect(
      connect(`postgres://postgres:wrong@127.0.0.1:${server?.port}/postgres`)`select 1`,
    ).rejects.toThrow('password authentication failed')
  })

  test('is safe against a power cut, answers only this machine, and counts in UTC and UTF-8', async () => {
    const sql = await start()
    const rows = await sql<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
        'listen_addresses', 'TimeZone', 'server_encoding', 'data_checksums', 'max_connections')`
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      data_checksums: 'on',
      max_connections: '200',
    })
    expect(await sql`select datlocprovider, datlocale from pg_database where datname = 'postgres'`).toEqual([
      { datlocprovider: 'b', datlocale: 'C.UTF-8' },
    ])
  })

  test('never writes a value or a statement into its log', async () => {
    const sql = await start()
    await sql`create table people (surname text primary key)`
    await sql`insert into people values (${'Marmaduke'})`
    await expect(sql`insert into people values (${'Marmaduke'})`).rejects.toThrow()
    await expect(sql`select ${'Marmaduke'}::text::uuid`).rejects.toThrow()
    await expect(sql`do $$ begin raise warning 'Marmaduke'; end $$`).resolves.toBeDefined()
    await expect(sql.unsafe("select 'Marmaduke' from nowhere")).rejects.toThrow()
    const log = await readFile(`${dataDir}.log`, 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('Marmaduke')
    expect(log).not.toContain('people')
  })
})

describe('after something was killed', () => {
  test('a killed server starts again with everything it had acknowledged', async () => {
    const sql = await start()
    await sql`create table kept as select 1 as value`
    await killed(await postmasterPid())
    await server?.exited

    expect(await (await start())`select value from kept`).toEqual([{ value: 1 }])
  })

  test('a killed server starts again although another program now has its process number', async () => {
    await (await start())`create table kept as select 1 as value`
    const owner = await stat(dataDir)
    await killed(await postmasterPid())
    await server?.exited
    const user = process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : undefined
    const stranger = spawn('sleep', ['60'], { cwd: '/', ...spawnAs(user) })
    const file = join(dataDir, 'postmaster.pid')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(stranger.pid)))

    expect(await (await start())`select value from kept`).toEqual([{ value: 1 }])
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  test('a server whose parent was killed is taken over, with its data', async () => {
    const { parent, url } = await startFromAnotherProgram()
    await connect(url)`create table kept as select 1 as value`
    const survivor = await postmasterPid()
    await killed(parent)
    expect(isAlive(survivor)).toBe(true)

    expect(await (await start())`select value from kept`).toEqual([{ value: 1 }])
    expect(isAlive(survivor)).toBe(false)
  })
})

describe('what a person can put right is said in one sentence', () => {
  async function sentence(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(PlainError)
    return error instanceof Error ? error.message : ''
  }

  test('a database that is already running is left alone', async () => {
    const sql = await start()
    expect(await sentence(startPostgres({ dataDir, durability: 'full' }))).toBe(
      `The database in ${dataDir} is already in use by process ${process.pid}: use the one that is running, or stop it and start again.`,
    )
    expect(await sql`select 1 as alive`).toEqual([{ alive: 1 }])
  })

  test('a taken port', async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    expect(await sentence(start(port))).toContain(`Port ${port}, which the database needs, is taken`)
    await new Promise((resolve) => other.close(resolve))
    await start(port)
    expect(server?.port).toBe(port)
  })

  test('a set-up that was interrupted', async () => {
    await mkdir(dataDir, { recursive: true })
    await writeFile(join(dataDir, 'PG_VERSION'), '18\n')
    expect(await sentence(start())).toBe(
      `The database directory ${dataDir} was not completely set up the first time: delete it and start again (nothing has been stored in it yet).`,
    )
  })

  test('a directory with something else in it, which stays as it was', async () => {
    await mkdir(dataDir, { recursive: true })
    await writeFile(join(dataDir, 'letter.txt'), '')
    const before = await stat(dataDir)
    expect(await sentence(start())).toBe(
      `${dataDir} holds other files and no database: choose an empty directory.`,
    )
    const after = await stat(dataDir)
    expect([after.uid, after.mode]).toEqual([before.uid, before.mode])
  })

  test('a directory of another major version', async () => {
    await mkdir(dataDir, { recursive: true })
    await writeFile(join(dataDir, 'PG_VERSION'), '17\n')
    expect(await sentence(start())).toContain(
      'was made by PostgreSQL 17, and this software runs PostgreSQL 18',
    )
  })

  test('a directory made for throw-away tests is not run as a durable one', async () => {
    const scratch = await startPostgres({ dataDir, durability: 'tests-only-no-fsync' })
    await scratch.stop()
    expect(await sentence(start())).toContain('must not be run as "full"')
  })

  test('a lost password', async () => {
    await start()
    await server?.stop()
    await rm(`${dataDir}.password`)
    expect(await sentence(start())).toContain(
      `The password file ${dataDir}.password of the database is missing`,
    )
  })

  test('a data directory that is a file', async () => {
    await mkdir(join(place, 'var'))
    await writeFile(dataDir, '')
    expect(await sentence(start())).toContain(`${dataDir} is not a directory`)
  })
})
