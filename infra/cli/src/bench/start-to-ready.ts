import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort, startPostgres } from '@cdop/postgres'
import { checkout, placeIn } from '../place.ts'
import { type BenchResult, type Round, resultOf } from './bench-result.ts'
import { millisecondsOf } from './statistics.ts'

const ROUNDS = 3
/** Milliseconds the product may take until it is ready. */
const TARGET = 15_000

/** From `npm start` on what is there already to its "Ready", against its database and one bare Node process. */
export async function startToReady(bench: {
  folder: string
  signal: AbortSignal
  report(line: string): void
}): Promise<readonly BenchResult[]> {
  const { folder } = bench
  bench.report('start-to-ready: the first start, which makes the demonstration …')
  await upAndDown(folder, bench.signal)
  const rounds: Round[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    bench.report(`start-to-ready: round ${round} of ${ROUNDS} …`)
    const value = await upAndDown(folder, bench.signal)
    rounds.push({ value, ceiling: await bareStart(placeIn(folder).postgres) })
  }
  return [
    resultOf(
      {
        name: 'start-to-ready',
        what: `from starting the program on existing records to its "Ready", to be under ${TARGET / 1000} s; ceiling: starting that database and one bare Node process`,
        unit: 'ms',
      },
      rounds,
      { target: TARGET },
    ),
  ]
}

/** Milliseconds until everything is ready; stops it again. */
async function upAndDown(folder: string, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted()
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [join(checkout, 'infra/cli/src/main.ts'), 'up'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CDOP_VAR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  const ended = once(child, 'exit')
  try {
    await readyLine(child)
    return performance.now() - began
  } finally {
    stop()
    await ended
    signal.removeEventListener('abort', stop)
  }
}

/** @throws Error with what it said when it ends before it is ready */
function readyLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (/^Ready in /m.test(said)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`it ended before it was ready:\n${said}`)))
  })
}

/** Milliseconds for what cannot be left out: the database's own start, and then one Node process that listens. */
async function bareStart(dataDir: string): Promise<number> {
  let stopDatabase: () => Promise<void> = async () => undefined
  try {
    return await millisecondsOf(async () => {
      const server = await startPostgres({ dataDir, durability: 'full' })
      stopDatabase = () => server.stop()
      const child = spawn(process.execPath, [new URL('./bare-server.ts', import.meta.url).pathname], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      await once(child, 'message')
      child.disconnect()
    })
  } finally {
    await stopDatabase()
  }
}
