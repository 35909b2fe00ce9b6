// The first thing that runs: plain JavaScript for any Node from version 20 on, with nothing installed yet.
// It installs what the lockfile pins, then hands over to the pinned Node and `src/main.ts`.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM = 'pnpm@10.34.9'
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const modules = join(root, 'node_modules')
const record = join(modules, '.cdop-installed')
const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }

let child
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (child) child.kill(signal)
    else process.exit(128 + constants.signals[signal])
  })
}

const node = await install()
process.exitCode = await handOver(node)

/** Installs unless `node_modules` was made from the present lockfile, and returns the pinned Node. */
async function install() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    giveUp(
      `This needs Node 20 or later and found ${process.versions.node}: install a newer Node from nodejs.org.`,
    )
  }
  const wanted = fingerprint()
  const pinned = join(modules, 'node/bin/node')
  if (existsSync(pinned) && existsSync(record) && readFileSync(record, 'utf8') === wanted) {
    return realpathSync(pinned)
  }

  const began = Date.now()
  say('Installing what is pinned in pnpm-lock.yaml (the first time takes a minute or two) …')
  const said = await runInstaller()
  if (said !== undefined) giveUp(reasonOf(said))
  if (!existsSync(pinned)) {
    giveUp('Node 24 was not installed for this machine: delete the folder node_modules and start again.')
  }
  writeFileSync(record, wanted)
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`)
  return realpathSync(pinned)
}

/** Changes whenever another install is needed. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, name)))
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`
}

/** Runs the install, showing its output; undefined when it went well, else the last part of what it said. */
function runInstaller() {
  const args = ['-y', PNPM, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only']
  return new Promise((resolve) => {
    child = spawn('npx', [...args, '--config.confirm-modules-purge=false'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...quiet,
        // A handful of quick attempts: someone without a network is told so within a quarter of a minute.
        npm_config_fetch_retries: '3',
        npm_config_fetch_retry_factor: '3',
        npm_config_fetch_retry_mintimeout: '1000',
        npm_config_update_notifier: 'false',
      },
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      said = (said + chunk).slice(-65_536)
    })
    // Kept back: npm wraps a missing network into twenty lines, for which we have one sentence.
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-65_536)
    })
    child.once('error', (error) => {
      child = undefined
      resolve(String(error))
    })
    child.once('close', (code, signal) => {
      child = undefined
      if (signal !== null) process.exit(128 + constants.signals[signal])
      resolve(code === 0 ? undefined : said)
    })
  })
}

function reasonOf(said) {
  if (/spawn npx ENOENT/.test(said)) {
    return 'The program npx was not found: install npm, which comes with Node from nodejs.org, and start again.'
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL/.test(
      said,
    )
  ) {
    return 'The npm registry cannot be reached, and the first start needs it: check the network or the proxy settings of npm, then start again.'
  }
  if (/ENOSPC/.test(said)) return 'The disk is full: free about 2 GB, then start again.'
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return `You may not write into ${root} or npm's cache: start as the user they belong to.`
  }
  process.stderr.write(said)
  return 'The installation failed for the reason shown above: correct that, then start again.'
}

/**
 * Runs the command line with the pinned Node and returns its exit code. The channel between the two tells the
 * command line when this program is killed, so that it stops what it started.
 */
function handOver(node) {
  const path = [join(modules, '.bin'), dirname(node), process.env.PATH].join(delimiter)
  return new Promise((resolve) => {
    child = spawn(node, [join(root, 'infra/cli/src/main.ts'), ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...quiet, PATH: path },
    })
    child.once('error', () => giveUp('The installed Node 24 does not run on this machine: see README.md.'))
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

function say(text) {
  process.stdout.write(`${text}\n`)
}

function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
