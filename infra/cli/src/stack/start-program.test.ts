import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@cdop/postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepRunning } from './keep-running.ts'
import type { Program } from './program.ts'
import { type RunningPart, startProgram } from './start-program.ts'

let folder: string
let never: AbortSignal
let running: { stop(): Promise<void> }[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdop-program-'))
  never = new AbortController().signal
  running = []
})
afterEach(async () => {
  for (const part of running) await part.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A program that answers on its port after `first` and does `then` besides. */
async function program(first: string, then = ''): Promise<Program> {
  const main = join(folder, 'program.mjs')
  const serve = `
    import { createServer } from 'node:http'
    const server = createServer((request, response) => response.end(String(process.pid)))
    server.listen(Number(process.env.PORT), '127.0.0.1')
    ${then}`
  await writeFile(main, `${first}\n${serve}`)
  const port = await freePort()
  return { name: 'intake', main, environment: { PORT: String(port) }, readyUrl: `http://127.0.0.1:${port}/` }
}

async function start(what: Program, stopWithin = 5_000): Promise<RunningPart> {
  const part = await startProgram(what, { logs: folder, signal: never, stopWithin })
  running.push(part)
  return part
}

async function pidOf(what: Program): Promise<number> {
  return Number(await (await fetch(what.readyUrl)).text())
}

describe('a program', () => {
  test('is ready when it answers, says what it says to its log, and is gone after stopping', async () => {
    const what = await program("console.log('some words')")
    const part = await start(what)
    const pid = await pidOf(what)
    expect(await readFile(join(folder, 'intake.log'), 'utf8')).toBe('some words\n')
    await part.stop()
    expect(() => process.kill(pid, 0)).toThrow()
  })

  test('that ignores the request to stop is ended all the same', async () => {
    const what = await program("process.on('SIGTERM', () => undefined)")
    const part = await start(what, 200)
    const pid = await pidOf(what)
    await part.stop()
    expect(() => process.kill(pid, 0)).toThrow()
  })

  test('that cannot start says why in its own sentence', async () => {
    const what = await program("process.stderr.write('It was made with other keys.\\n'); process.exit(1)")
    await expect(start(what)).rejects.toThrow('intake did not start. It was made with other keys.')
  })

  test('that crashes points to its log instead of showing a stack', async () => {
    await expect(start(await program("throw new Error('Deep inside.')"))).rejects.toThrow(
      `intake ended before it was ready: see ${join(folder, 'intake.log')}.`,
    )
  })

  test('that is still starting when everything is stopped is stopped too', async () => {
    const abort = new AbortController()
    const what = await program('await new Promise((resolve) => setTimeout(resolve, 60_000))')
    const started = startProgram(what, { logs: folder, signal: abort.signal })
    setTimeout(() => abort.abort(), 200)
    await expect(started).rejects.toThrow('aborted')
  })
})

describe('a program that dies', () => {
  test('is reported and started again', async () => {
    const what = await program('')
    const said: string[] = []
    const kept = await keepRunning(
      { name: 'intake', start: () => start(what) },
      { report: (line) => said.push(line), gaveUp: (line) => said.push(line), pauses: [10, 10] },
      never,
    )
    running.unshift(kept)
    const first = await pidOf(what)
    process.kill(first, 'SIGKILL')
    await expect.poll(() => said, { timeout: 30_000 }).toHaveLength(2)
    expect(said).toEqual([
      'intake ended unexpectedly and is started again (1 of 2).',
      'intake is running again.',
    ])
    expect(await pidOf(what)).not.toBe(first)
    await kept.stop()
    expect(said).toHaveLength(2)
  })

  test('again and again is given up with a sentence', async () => {
    const what = await program('', 'setTimeout(() => process.exit(1), 150)')
    const said: string[] = []
    const gaveUp = await new Promise<string>((resolve, reject) => {
      keepRunning(
        { name: 'intake', start: () => start(what) },
        { report: (line) => said.push(line), gaveUp: resolve, pauses: [5, 5] },
        never,
      ).catch(reject)
    })
    expect(gaveUp).toBe('intake does not stay up, although it was started 2 times more.')
    expect(said.filter((line) => line.includes('unexpectedly'))).toHaveLength(2)
  })
})
