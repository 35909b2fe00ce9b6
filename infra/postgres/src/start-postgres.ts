import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import { claim } from './claim.ts'
import { type DataDirectory, ensureInitialised, explain, prepareDirectory } from './data-directory.ts'
import { databaseUser } from './database-user.ts'
import { ensurePortIsFree, freePort, portTaken } from './free-port.ts'
import { PlainError } from './plain-error.ts'
import { isAlive, readPostmasterFile, stopLeftover, stopPostmaster } from './postmaster.ts'
import { type RunAs, spawnAs } from './run-program.ts'
import { type Durability, serverSettings } from './settings.ts'

export interface PostgresOptions {
  /** The password (`….password`), the log (`….log`) and the claim (`….owner`) lie beside this directory. */
  readonly dataDir: string
  /** Without it, any free port. */
  readonly port?: number
  readonly durability: Durability
}

export interface RunningPostgres {
  /** The superuser's address of the database `postgres`. It holds the password: never print it. */
  readonly url: string
  readonly port: number
  /** Settles when the server has ended, whether it was stopped or died. */
  readonly exited: Promise<void>
  /** Disconnects everyone, stops the server and returns when none of its processes is left. Safe to repeat. */
  stop(): Promise<void>
}

/**
 * Starts Postgres on 127.0.0.1 in `dataDir`, setting it up the first time, and returns when it accepts
 * connections. A server that outlived its parent is stopped first; one whose parent lives is left alone.
 * @throws {PlainError} with one sentence that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const wanted = resolve(options.dataDir)
  const user = await databaseUser(wanted)
  const binaries = await findBinaries(user)
  const path = await prepareDirectory(wanted, user)
  const claimed = await claim(path).catch((error: unknown) => {
    throw explain(error, dirname(path))
  })
  try {
    await stopLeftover(path)
    if (options.port !== undefined) await ensurePortIsFree(options.port)
    const directory = await ensureInitialised(path, binaries, user, options.durability).catch(
      (error: unknown) => {
        throw explain(error, path)
      },
    )
    const server = await launch(binaries.postgres, directory, user, options)
    return running(server, directory, () => claimed.release())
  } catch (error) {
    await claimed.release()
    throw error
  }
}

/**
 * Stops a server whose parent was killed, so that its directory can be deleted.
 * @throws {PlainError} when a living process uses the directory.
 */
export async function stopAbandoned(dataDir: string): Promise<void> {
  const claimed = await claim(resolve(dataDir))
  try {
    await stopLeftover(resolve(dataDir))
  } finally {
    await claimed.release()
  }
}

interface Server {
  readonly pid: number
  readonly port: number
  readonly exited: Promise<void>
}

function running(server: Server, directory: DataDirectory, release: () => Promise<void>): RunningPostgres {
  // A program that ends without stopping its database takes it along; only kill -9 leaves it running.
  const lastResort = () => {
    if (isAlive(server.pid)) process.kill(server.pid, 'SIGINT')
  }
  process.once('exit', lastResort)
  const exited = server.exited.then(async () => {
    process.off('exit', lastResort)
    await release()
  })
  let stopping: Promise<void> | undefined
  return {
    url: `postgres://postgres:${directory.password}@127.0.0.1:${server.port}/postgres`,
    port: server.port,
    exited,
    stop() {
      stopping ??= stopPostmaster(server.pid).then(() => exited)
      return stopping
    },
  }
}

/** Backends of a killed server may take a moment to notice; a free port may be taken before we use it. */
const ATTEMPTS = 40

async function launch(
  program: string,
  directory: DataDirectory,
  user: RunAs | undefined,
  options: PostgresOptions,
): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const settings = Object.entries(serverSettings(port, options.durability))
    const log = `${directory.path}.log`
    await mkdir(dirname(log), { recursive: true })
    const file = await open(log, 'a', 0o600)
    const before = (await file.stat()).size
    const child = spawn(
      program,
      ['-D', directory.address, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        cwd: directory.path,
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
        // A group of its own: Ctrl-C must reach the services first, and them the database.
        detached: true,
        stdio: ['ignore', file.fd, file.fd],
        ...spawnAs(user),
      },
    )
    const exited = endOf(child)
    await file.close()
    if (child.pid !== undefined && (await becomesReady(child, directory.path))) {
      return { pid: child.pid, port, exited }
    }
    await exited
    const said = (await readFile(log)).subarray(before).toString('utf8')
    const portWasTaken = said.includes('Address already in use')
    const backendsLinger = said.includes('shared memory block')
    if (attempt < ATTEMPTS && (backendsLinger || (portWasTaken && options.port === undefined))) {
      await sleep(250)
      continue
    }
    if (portWasTaken) throw portTaken(port)
    throw new PlainError(reasonOf(said, log, directory.path))
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => resolve())
    child.once('error', () =>
      reject(
        new PlainError(
          'The Postgres programs cannot run on this machine: set DATABASE_URL to a PostgreSQL server of version 18 or later.',
        ),
      ),
    )
  })
}

/** False when the server ended instead. Recovery after a crash may take long, so a living server is waited for. */
async function becomesReady(child: ChildProcess, dataDir: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const file = await readPostmasterFile(dataDir)
    if (file?.ready && file.pid === child.pid) return true
    await sleep(15)
  }
  return false
}

function reasonOf(said: string, log: string, dataDir: string): string {
  if (said.includes('shared memory block')) {
    return `Parts of a database server that was killed still use ${dataDir}: wait a minute, or end the remaining postgres processes, then start again.`
  }
  if (/[Pp]ermission denied|has invalid permissions|has wrong ownership/.test(said)) {
    return `The database user has no permission to use ${dataDir}: start as the user it belongs to, or choose another directory.`
  }
  if (said.includes('No space left on device')) {
    return `The disk that holds ${dataDir} is full: free some space, then start again.`
  }
  const last = said.split('\n').findLast((line) => /FATAL|PANIC|error/.test(line)) ?? ''
  const reason = last.replace(/^.*?(?:FATAL|PANIC|error):\s*/, '') || 'it gave no reason'
  return `The database did not start (${reason}): see ${log}.`
}
