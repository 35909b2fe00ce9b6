import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { chromiumPath } from './chromium.ts'
import type { RunningStack } from './running-stack.ts'

const CHECKOUT = join(import.meta.dirname, '../../..')
const START_LIMIT_MS = 300_000
/** How long everything may take to stop before it is ended. */
const STOP_LIMIT_MS = 20_000

const Running = z.object({ portalUrl: z.url(), mailUrl: z.url() })

/**
 * `cdop up` as a person starts it, in a folder and on ports of its own. It stops when told to, and by itself when
 * this process is killed.
 * @throws with everything it said when it does not get ready
 */
export async function startStack(): Promise<{ stack: RunningStack; stop(): Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), 'cdop-e2e-'))
  const records = join(place, 'browser')
  await mkdir(records)
  const chromium = chromiumPath()
  const { PATH, HOME, TMPDIR } = process.env
  const up = spawn(process.execPath, [join(CHECKOUT, 'infra/cli/src/main.ts'), 'up'], {
    cwd: CHECKOUT,
    env: { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), CDOP_VAR: place, PORT: '0' },
    // The channel is how it learns that this process is gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [up.stdout, up.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const ended = once(up, 'exit')
  const stop = async (): Promise<void> => {
    if (up.exitCode === null && up.signalCode === null) {
      up.kill('SIGTERM')
      const inTime = await Promise.race([ended, pause(STOP_LIMIT_MS, 'late' as const, { ref: false })])
      if (inTime === 'late') up.kill('SIGKILL')
      await ended
    }
    await rm(place, { recursive: true, force: true })
  }
  const deadline = performance.now() + START_LIMIT_MS
  while (!said.includes('Ctrl-C')) {
    if (up.exitCode !== null || performance.now() > deadline) {
      await stop()
      throw new Error(`The stack did not get ready. It said:\n${said}`)
    }
    await pause(100)
  }
  const { portalUrl, mailUrl } = Running.parse(
    JSON.parse(await readFile(join(place, 'running.json'), 'utf8')),
  )
  return { stack: { portalUrl, mailUrl, place, records, chromium: await chromium }, stop }
}
