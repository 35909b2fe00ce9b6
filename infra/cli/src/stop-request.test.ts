import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'

/** A program that works until asked to stop and then takes `tidyMs` to tidy up, saying how often it was asked. */
async function working(tidyMs: number): Promise<{ child: ChildProcess; ended: Promise<string> }> {
  const program = `
    const { stopRequest } = await import(${JSON.stringify(import.meta.resolve('./stop-request.ts'))})
    const stop = stopRequest()
    const work = setInterval(() => undefined, 1000)
    stop.addEventListener('abort', () => {
      process.stdout.write('asked ')
      setTimeout(() => { clearInterval(work); process.stdout.write('tidy') }, ${tidyMs})
    })
    process.stdout.write('working ')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const { stdout } = child
  if (stdout === null) throw new Error('the program has no output to listen to')
  let said = ''
  await new Promise<void>((resolve) => {
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      resolve()
    })
  })
  // Not the event `close`: a parent that has disconnected never gets it.
  const ended = Promise.all([once(child, 'exit'), once(stdout, 'end')])
  return { child, ended: ended.then(([[code]]) => `${said} ${code}`) }
}

test('Ctrl-C that arrives three times at once is one request, and there is time to tidy up', async () => {
  const { child, ended } = await working(300)
  for (let times = 0; times < 3; times++) {
    child.kill('SIGINT')
    await sleep(20)
  }
  expect(await ended).toBe('working asked tidy 0')
})

test('the end of the bootstrap is a request to stop', async () => {
  const { child, ended } = await working(0)
  child.disconnect()
  expect(await ended).toBe('working asked tidy 0')
})

test('an impatient second Ctrl-C ends it at once', async () => {
  const { child, ended } = await working(60_000)
  child.kill('SIGINT')
  await sleep(2200)
  child.kill('SIGINT')
  expect(await ended).toBe('working asked  130')
})
