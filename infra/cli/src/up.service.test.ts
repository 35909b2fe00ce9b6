import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@cdop/postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { services } from './services/services.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdop-up-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** `cdop up` as a program of its own, and everything it says. The demonstration's cases are told elsewhere. */
function up(port: number): { child: ChildProcess; said(): string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'up', '--no-cases'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CDOP_VAR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return { child, said: () => said, ended: once(child, 'exit').then(([code]) => Number(code)) }
}

/** Process numbers of everything below one process, the database among them. */
function processesBelow(pid: number | undefined): number[] {
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number | undefined): number[] =>
    rows.flatMap(([own = 0, parentOfOwn]) => (parentOfOwn === parent ? [own, ...below(own)] : []))
  return below(pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('npm start brings up every service, says where it is, and leaves nothing running when asked to stop', async () => {
  const port = await freePort()
  const { child, said, ended } = up(port)
  await expect.poll(said, { timeout: 90_000, interval: 100 }).toContain('Stop       Ctrl-C')
  for (const { name } of services) expect(said()).toContain(`${name} is ready`)
  expect(said()).toContain(`Open       http://localhost:${port}`)
  const [, surveillance = ''] = /Newborns +(http:\S+)/.exec(said()) ?? []
  expect((await fetch(`${surveillance}/health/ready`)).status).toBe(200)
  const started = processesBelow(child.pid)
  expect(started.length).toBeGreaterThan(services.length)

  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(said()).toContain('Stopped.')
  expect(started.filter(isRunning)).toEqual([])

  // No log line of a service reaches the terminal, and each has a log of its own.
  expect(said()).not.toContain('"service"')
  for (const { name } of services) {
    expect(await readFile(join(folder, 'log', `${name}.log`), 'utf8')).toContain(`"service":"${name}"`)
  }
}, 120_000)

test('Ctrl-C in the middle of a start stops what was started so far', async () => {
  const { child, said, ended } = up(await freePort())
  await expect.poll(said, { timeout: 90_000, interval: 10 }).toMatch(/Starting (?!the database)/)
  const started = processesBelow(child.pid)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(said()).not.toContain('Open ')
  expect(said().trimEnd().endsWith('Stopped.')).toBe(true)
  expect(started.filter(isRunning)).toEqual([])
}, 120_000)
