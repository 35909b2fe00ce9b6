import { spawn } from 'node:child_process'

export type Ended = { code: number; output: string; stopped: boolean }

/** How long a program may take to clean up once it is told to stop: a test run has a database server to end. */
const graceSeconds = 10

/**
 * Runs one program and collects what it prints. One that outlives its limit is told to stop, then made to, and its
 * output says so: a hung check cannot hang the run.
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
    })
    const printed: string[] = []
    let stopped = false
    let lastResort: NodeJS.Timeout | undefined
    const timer = setTimeout(() => {
      stopped = true
      child.kill('SIGTERM')
      lastResort = setTimeout(() => {
        child.kill('SIGKILL')
        // What it started may hold its pipes open for ever.
        child.stdout.destroy()
        child.stderr.destroy()
      }, graceSeconds * 1000)
    }, options.limitSeconds * 1000)
    const finish = (code: number, more: string): void => {
      clearTimeout(timer)
      clearTimeout(lastResort)
      resolve({ code, output: `${printed.join('')}${more}`.trim(), stopped })
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text))
    child.on('error', (error) => finish(127, `\n${command} could not be started: ${error.message}`))
    child.on('close', (code) =>
      finish(
        stopped ? 1 : (code ?? 1),
        stopped ? `\nStopped: still running after ${options.limitSeconds} s.` : '',
      ),
    )
  })
}
