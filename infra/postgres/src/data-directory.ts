import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, open, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Binaries } from './binaries.ts'
import { canReach } from './database-user.ts'
import { PlainError, systemCode } from './plain-error.ts'
import { type RunAs, runProgram, spawnAs } from './run-program.ts'
import type { Durability } from './settings.ts'

/** The major version of the server in the pinned packages. */
export const POSTGRES_MAJOR = 18

/** Written last, so a directory without it was not finished. It holds the durability the cluster was made for. */
const MARKER = 'cdop-initialised'

/** What initdb makes first; any one of them says that the directory is a cluster, perhaps an unfinished one. */
const CLUSTER_ENTRIES = ['PG_VERSION', 'global', 'pg_wal', MARKER]

/** A data directory in which a server can be started. */
export interface DataDirectory {
  readonly path: string
  /** What the server is told as its data directory; differs from `path` where its user cannot walk the path. */
  readonly address: string
  readonly password: string
}

/** Makes the directory if need be, gives it to the user the server runs as and returns its real path. */
export async function prepareDirectory(dataDir: string, user: RunAs | undefined): Promise<string> {
  const wanted = resolve(dataDir)
  try {
    await mkdir(dirname(wanted), { recursive: true })
    await mkdir(wanted, { mode: 0o700 }).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error
    })
    const entries = await readdir(wanted)
    // Looked at before anything is changed: a mistyped path must not cost anyone their files or their ownership.
    if (entries.length > 0 && !CLUSTER_ENTRIES.some((name) => entries.includes(name))) {
      throw new PlainError(`${wanted} holds other files and no database: choose an empty directory.`)
    }
    if (user !== undefined && (await stat(wanted)).uid !== user.uid) {
      await runProgram('chown', ['-R', `${user.uid}:${user.gid}`, wanted])
    }
    return await realpath(wanted)
  } catch (error) {
    throw explain(error, wanted)
  }
}

/** Turns a refusal of the file system into its sentence. */
export function explain(error: unknown, path: string): unknown {
  switch (systemCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new PlainError(
        `You have no permission to use the database directory ${path}: start as the user it belongs to, or choose another directory.`,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new PlainError(`${path} is not a directory: move that file away, or choose another directory.`)
    case 'ENOSPC':
      return new PlainError(`The disk that holds ${path} is full: free some space, then start again.`)
    default:
      return error
  }
}

/**
 * Makes sure the directory holds a finished cluster of our major version, running initdb in an empty one.
 * @throws {PlainError} when it is half initialised, of another major version or made for another durability.
 */
export async function ensureInitialised(
  path: string,
  binaries: Binaries,
  user: RunAs | undefined,
  durability: Durability,
): Promise<DataDirectory> {
  const address = await addressFor(path, user)
  const entries = await readdir(path)
  if (entries.length === 0) {
    return { path, address, password: await initialise(path, address, binaries, user, durability) }
  }
  await refuseOtherVersion(path, entries)
  if (!entries.includes(MARKER)) {
    throw new PlainError(
      `The database directory ${path} was not completely set up the first time: delete it and start again (nothing has been stored in it yet).`,
    )
  }
  const madeFor = (await readFile(join(path, MARKER), 'utf8')).trim()
  if (madeFor !== durability) {
    throw new PlainError(
      `The database directory ${path} was made for "${madeFor}" and must not be run as "${durability}": choose another directory.`,
    )
  }
  return { path, address, password: await readPassword(path) }
}

async function refuseOtherVersion(path: string, entries: readonly string[]): Promise<void> {
  if (!entries.includes('PG_VERSION')) return
  const version = (await readFile(join(path, 'PG_VERSION'), 'utf8')).trim()
  if (version === '' || version === String(POSTGRES_MAJOR)) return
  throw new PlainError(
    `The database directory ${path} was made by PostgreSQL ${version}, and this software runs PostgreSQL ${POSTGRES_MAJOR}: upgrade it with pg_upgrade, or move it away to start with an empty one.`,
  )
}

/**
 * A database user who cannot walk the path to the data directory (a private checkout started by root) is put
 * inside it before it gives up root's rights, and finds it as its own working directory.
 */
async function addressFor(path: string, user: RunAs | undefined): Promise<string> {
  if (user === undefined || (await canReach(path, user))) return path
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new PlainError(
    `The database user cannot enter ${path}: choose a database directory outside private folders, or start as a normal user.`,
  )
}

async function initialise(
  path: string,
  address: string,
  binaries: Binaries,
  user: RunAs | undefined,
  durability: Durability,
): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  await writeDurably(`${path}.password`, `${password}\n`)
  // initdb reads the password as the database user, who cannot read the file beside the directory.
  const handover = await mkdtemp('/tmp/cdop-initdb-')
  try {
    const passwordFile = join(handover, 'password')
    await writeDurably(passwordFile, `${password}\n`)
    if (user !== undefined) {
      await chown(handover, user.uid, user.gid)
      await chown(passwordFile, user.uid, user.gid)
    }
    const { code, output } = await runProgram(
      binaries.initdb,
      [
        ...['-D', address, '--username=postgres', `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8'],
        ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...['--set=timezone=UTC', '--set=log_timezone=UTC', '--no-instructions'],
        ...(durability === 'full' ? [] : ['--no-sync']),
      ],
      { cwd: path, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, ...spawnAs(user) },
    )
    if (code !== 0) {
      const reason = output.trim().split('\n').at(-1) ?? ''
      throw new PlainError(
        `The database could not be set up in ${path} (${reason}): correct that, delete the directory and start again.`,
      )
    }
  } finally {
    await rm(handover, { recursive: true, force: true })
  }
  await writeDurably(join(path, MARKER), `${durability}\n`)
  if (user !== undefined) await chown(join(path, MARKER), user.uid, user.gid)
  return password
}

async function readPassword(path: string): Promise<string> {
  const file = `${path}.password`
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw explain(error, file)
    throw new PlainError(
      `The password file ${file} of the database is missing: put it back, or delete ${path} to start with an empty database.`,
    )
  }
}

/** Writes a file for the owner alone and waits until it is on disk. */
async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await chmod(path, 0o600)
}
