import { type SpawnOptions, spawn } from 'node:child_process'

/** The operating-system user a program runs as. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** Spawn options that switch to `user`, or none when the program stays with the present user. */
export function spawnAs(user: RunAs | undefined): Pick<SpawnOptions, 'uid' | 'gid'> {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid }
}

/**
 * Runs a program to its end and returns its exit code (null when a signal ended it) and all its output.
 * @throws the system error when the program cannot be started.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
