import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// A checkout in which npx and the pinned Node are small shell scripts that write down how they were called.
let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cdop-bootstrap-'))
  await mkdir(join(root, 'infra/cli'), { recursive: true })
  await mkdir(join(root, 'path'))
  await copyFile(join(import.meta.dirname, '../bootstrap.mjs'), join(root, 'infra/cli/bootstrap.mjs'))
  await writeFile(join(root, 'pnpm-lock.yaml'), 'one')
  await writeFile(join(root, 'pnpm-workspace.yaml'), '')
  await script(
    'path/npx',
    `echo "npx $*" >> ${root}/calls; mkdir -p ${root}/node_modules/node/bin; cp ${root}/pinned ${root}/node_modules/node/bin/node`,
  )
  await script('pinned', `shift; echo "ran $*"; echo "$PATH" > ${root}/path-seen; exit 7`)
})

afterEach(() => rm(root, { recursive: true, force: true }))

function script(name: string, text: string): Promise<void> {
  return writeFile(join(root, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
}

function bootstrap(
  args: readonly string[],
  stopWhen?: string,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'infra/cli/bootstrap.mjs'), ...args], {
    env: { PATH: `${join(root, 'path')}:/usr/bin:/bin` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
    if (stopWhen !== undefined && said.includes(stopWhen)) child.kill('SIGTERM')
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

async function installs(): Promise<number> {
  const calls = await readFile(join(root, 'calls'), 'utf8').catch(() => '')
  return calls.split('\n').filter((line) => line.includes('install --frozen-lockfile')).length
}

test('the first start installs, hands over the arguments and returns the exit code', async () => {
  const { code, said } = await bootstrap(['up', '--port', '4000'])
  expect(code).toBe(7)
  expect(said).toContain('Installing')
  expect(said).toContain('ran up --port 4000')
  expect(await readFile(join(root, 'path-seen'), 'utf8')).toContain(join(root, 'node_modules/.bin'))
})

test('later starts install again only when the lockfile changed', async () => {
  await bootstrap(['up'])
  await bootstrap(['up'])
  expect(await installs()).toBe(1)
  await writeFile(join(root, 'pnpm-lock.yaml'), 'two')
  await bootstrap(['up'])
  expect(await installs()).toBe(2)
})

test('without a network one sentence says so, and the next start tries again', async () => {
  await script(
    'path/npx',
    'echo "npm error request to the registry failed, reason: getaddrinfo EAI_AGAIN" >&2; exit 1',
  )
  const { code, said } = await bootstrap(['up'])
  expect(code).toBe(1)
  expect(said).not.toContain('EAI_AGAIN')
  expect(said.trim().split('\n').at(-1)).toBe(
    'The npm registry cannot be reached, and the first start needs it: check the network or the proxy settings of npm, then start again.',
  )
})

test('a request to stop reaches the command, whose exit code is returned', async () => {
  await script('pinned', `trap 'exit 3' TERM; echo ready; while :; do sleep 0.05; done`)
  expect((await bootstrap(['up'], 'ready')).code).toBe(3)
})
