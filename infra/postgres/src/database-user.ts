import { stat } from 'node:fs/promises'
import { PlainError } from './plain-error.ts'
import { type RunAs, runProgram, spawnAs } from './run-program.ts'

/**
 * The user the server must run as: Postgres refuses to run as root, so root hands it to the owner of the data
 * directory, or else to `postgres` or `nobody`. Undefined for a normal user, who runs the server directly.
 */
export async function databaseUser(dataDir: string): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(dataDir).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const uid = await numberOf(['-u', name])
    const gid = await numberOf(['-g', name])
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new PlainError(
    'Postgres cannot run as root and this machine has no user postgres or nobody: add one with "useradd --system postgres", or start as a normal user.',
  )
}

async function numberOf(args: readonly string[]): Promise<number | undefined> {
  const { code, output } = await runProgram('id', args)
  return code === 0 && /^\d+\s*$/.test(output) ? Number(output) : undefined
}

/** Whether `user` can read and enter or execute `path`, asked of the operating system by becoming that user. */
export async function canReach(path: string, user: RunAs): Promise<boolean> {
  const { code } = await runProgram('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], {
    cwd: '/',
    ...spawnAs(user),
  })
  return code === 0
}
