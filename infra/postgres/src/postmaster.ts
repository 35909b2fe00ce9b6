import { readFileSync } from 'node:fs'
import { readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError, systemCode } from './plain-error.ts'
import { runProgram } from './run-program.ts'

/** What Postgres writes into `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number
  readonly ready: boolean
}

/** Reads `postmaster.pid`; undefined when there is none or it is not yet written whole. */
export async function readPostmasterFile(dataDir: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, ready: lines[7]?.trim() === 'ready' }
}

/**
 * Whether a process with this number runs, whoever owns it. One that has ended but that nobody has waited for yet
 * (in a container without an init process that may be for ever) does not run.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false
  }
  if (process.platform !== 'linux') return true
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z'
  } catch {
    return false
  }
}

/**
 * A Postgres that outlived its parent still holds the data directory: it is stopped cleanly, so that the next
 * start has our settings and port. A file left behind by a killed server is told apart by looking at the process
 * itself, since its number may meanwhile belong to another program.
 */
export async function stopLeftover(dataDir: string): Promise<void> {
  const file = await readPostmasterFile(dataDir)
  if (file === undefined || !isAlive(file.pid)) return
  if (await isPostmasterOf(file.pid, dataDir)) {
    await stopPostmaster(file.pid)
  } else {
    await disownPostmasterFile(dataDir)
  }
}

/** Asks the server to disconnect everyone and stop; insists after 20 seconds (the next start then recovers). */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (systemCode(error) === 'ESRCH') return
      throw new PlainError(
        `A database server (process ${pid}) of another user holds the data directory: stop it as that user, then start again.`,
      )
    }
    const deadline = performance.now() + patience
    while (performance.now() < deadline) {
      if (!isAlive(pid)) return
      await sleep(20)
    }
  }
  throw new PlainError(
    `The database server (process ${pid}) does not stop: stop it with "kill -9 ${pid}", then start again.`,
  )
}

async function isPostmasterOf(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    try {
      const [cwd, program] = await Promise.all([readlink(`/proc/${pid}/cwd`), readlink(`/proc/${pid}/exe`)])
      // A replaced binary is shown as "postgres (deleted)".
      return cwd === (await realpath(dataDir)) && basename(program).startsWith('postgres')
    } catch {
      return false
    }
  }
  const { output } = await runProgram('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  return output.includes('postgres') && output.includes(` -D ${await realpath(dataDir)} `)
}

/**
 * Postgres refuses to start while the recorded process lives, unless that process is its own parent. Writing our
 * own number keeps the rest of the file, from which Postgres tells whether backends of the killed server live on.
 */
async function disownPostmasterFile(dataDir: string): Promise<void> {
  const path = join(dataDir, 'postmaster.pid')
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n')
  await writeFile(path, [String(process.pid), ...rest].join('\n'))
}
