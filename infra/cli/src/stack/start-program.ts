import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from '@cdop/postgres'
import { checkout } from '../place.ts'
import type { Program } from './program.ts'

/** Something that runs until it is stopped or dies. */
export interface RunningPart {
  /** Settles when it has ended, for whatever reason. */
  readonly exited: Promise<void>
  /** Asks it to stop, insists if it does not, and returns when it has ended. Safe to repeat. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Folder for `<name>.log`. */
  readonly logs: string
  /** Gives up waiting, and stops what was started, when it aborts. */
  readonly signal: AbortSignal
  /** Milliseconds until it must be ready. */
  readonly readyWithin?: number
  /** Milliseconds it gets to stop by itself. */
  readonly stopWithin?: number
}

const READY_WITHIN_MS = 60_000
/** Longer than a service needs to let requests under way finish. */
const STOP_WITHIN_MS = 9_000

/**
 * Starts a program and returns when it is ready. What it says goes to its log, never to the terminal.
 * @throws {PlainError} with the program's own sentence when it ends instead
 */
export async function startProgram(program: Program, options: StartOptions): Promise<RunningPart> {
  await mkdir(options.logs, { recursive: true, mode: 0o700 })
  const log = join(options.logs, `${program.name}.log`)
  const file = await open(log, 'a', 0o600)
  const before = (await file.stat()).size
  const child = spawn(
    process.execPath,
    ['--import', new URL('./stop-with-parent.ts', import.meta.url).href, resolve(checkout, program.main)],
    {
      cwd: checkout,
      env: { ...program.environment },
      stdio: ['ignore', file.fd, file.fd, 'ipc'],
      // A group of its own: Ctrl-C must reach whoever stops the programs in their order, not all of them at once.
      detached: true,
    },
  )
  const exited = endOf(child)
  await file.close()
  const running = { exited, stop: () => end(child, exited, options.stopWithin ?? STOP_WITHIN_MS) }
  if (await becomesReady(child, program.readyUrl, options)) return running
  const died = child.exitCode !== null || child.signalCode !== null
  await running.stop()
  options.signal.throwIfAborted()
  const said = (await readFile(log)).subarray(before).toString('utf8')
  throw new PlainError(
    died ? reasonOf(program.name, said, log) : `${program.name} is not ready after a minute: see ${log}.`,
  )
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => resolve())
    child.once('error', reject)
  })
}

async function becomesReady(child: ChildProcess, url: string, options: StartOptions): Promise<boolean> {
  const deadline = performance.now() + (options.readyWithin ?? READY_WITHIN_MS)
  while (performance.now() < deadline && !options.signal.aborted) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    if (await answers(url)) return true
    await sleep(40)
  }
  return false
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess, exited: Promise<void>, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), patience)
  await exited
  clearTimeout(insist)
}

/** A program that cannot start says why in one sentence; a crash speaks in stacks, which are for the log. */
function reasonOf(name: string, said: string, log: string): string {
  const lines = said.split('\n').filter((line) => line !== '' && !/^[{(]/.test(line))
  const [sentence] = lines
  const plain = lines.length === 1 && sentence !== undefined && /^[A-Z].*\.$/.test(sentence)
  return plain ? `${name} did not start. ${sentence}` : `${name} ended before it was ready: see ${log}.`
}
