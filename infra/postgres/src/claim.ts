import { readFile, rm, writeFile } from 'node:fs/promises'
import { PlainError, systemCode } from './plain-error.ts'
import { isAlive } from './postmaster.ts'
import { runProgram } from './run-program.ts'

/** The right to run the server of one data directory. */
export interface Claim {
  release(): Promise<void>
}

/**
 * Claims the data directory for this process by a file beside it. A claim of a process that has ended is taken
 * over; the file also holds when that process began, so a reused process number is not mistaken for it.
 * @throws {PlainError} when a living process holds the claim.
 */
export async function claim(dataDir: string): Promise<Claim> {
  const path = `${dataDir}.owner`
  const mine = `${process.pid} ${await beginningOf(process.pid)}\n`
  for (;;) {
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 })
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
    const held = await readFile(path, 'utf8').catch(() => '')
    const pid = Number(held.split(' ')[0])
    if (pid > 0 && isAlive(pid) && held === `${pid} ${await beginningOf(pid)}\n`) {
      throw new PlainError(
        `The database in ${dataDir} is already in use by process ${pid}: use the one that is running, or stop it and start again.`,
      )
    }
    await rm(path, { force: true })
  }
}

/** Something that differs between two processes that had the same number. */
async function beginningOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // The program's name, in brackets, may hold spaces: fields are counted from after it; the 20th is the start.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot.trim()}/${start ?? ''}`
  }
  return (await runProgram('ps', ['-o', 'lstart=', '-p', String(pid)])).output.trim()
}
