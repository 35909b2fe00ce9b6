import { spawn } from 'node:child_process'

export type Ended = { code: number; output: string; stopped: boolean }

/**
 * Runs one program and collects what it prints. A program that outlives its limit is stopped with everything it
 * started, and says so, so that a hung check cannot hang the run.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { cwd: string; limitSeconds: number; env?: Record<string, string> },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const printed: string[] = []
    let stopped = false
    const stop = (): void => {
      if (child.pid !== undefined && child.exitCode === null) endGroup(child.pid)
    }
    const timer = setTimeout(() => {
      stopped = true
      stop()
    }, options.limitSeconds * 1000)
    process.once('exit', stop)
    const finish = (code: number, more: string): void => {
      clearTimeout(timer)
      process.off('exit', stop)
      resolve({ code, output: `${printed.join('')}${more}`.trim(), stopped })
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text))
    child.on('error', (error) => finish(127, `\n${command} could not be started: ${error.message}`))
    child.on('close', (code) =>
      finish(code ?? 1, stopped ? `\nStopped: still running after ${options.limitSeconds} s.` : ''),
    )
  })
}

/** A check's program leads its own process group, so its children end with it. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
