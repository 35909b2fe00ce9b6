import { spawn } from 'node:child_process'

export type Ended = { code: number; output: string; stopped: boolean }

/** How long a program may take to clean up once it is told to stop: a test run has a database server to end. */
const graceSeconds = 10

/**
 * Runs one program and collects what it prints. One that outlives its limit is told to stop, then made to, and its
 * output says so: a hung check cannot hang the run. The same when the person asks to stop.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: {
    cwd: string
    limitSeconds: number
    stop?: AbortSignal | undefined
    env?: Record<string, string>
  },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const printed: string[] = []
    let stopped: string | undefined
    let lastResort: NodeJS.Timeout | undefined
    const stop = (reason: string): void => {
      if (stopped !== undefined) return
      stopped = reason
      child.kill('SIGTERM')
      lastResort = setTimeout(() => {
        child.kill('SIGKILL')
        // What it started may hold its pipes open for ever.
        child.stdout.destroy()
        child.stderr.destroy()
      }, graceSeconds * 1000)
    }
    const onRequest = (): void => stop('as asked')
    const timer = setTimeout(
      () => stop(`still running after ${options.limitSeconds} s`),
      options.limitSeconds * 1000,
    )
    if (options.stop?.aborted === true) onRequest()
    options.stop?.addEventListener('abort', onRequest)
    const finish = (code: number, more: string): void => {
      clearTimeout(timer)
      clearTimeout(lastResort)
      options.stop?.removeEventListener('abort', onRequest)
      resolve({ code, output: `${printed.join('')}${more}`.trim(), stopped: stopped !== undefined })
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text))
    child.on('error', (error) => finish(127, `\n${command} could not be started: ${error.message}`))
    child.on('close', (code) =>
      stopped === undefined ? finish(code ?? 1, '') : finish(1, `\nStopped: ${stopped}.`),
    )
  })
}
