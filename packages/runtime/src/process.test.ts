import { setTimeout } from 'node:timers/promises'
import { Hono } from 'hono'
import { describe, expect, test, vi } from 'vitest'
import { every } from './every.ts'
import { healthDoor } from './health.ts'
import { logOf } from './log.ts'
import { serveProcess } from './serve-process.ts'

function quietLog() {
  const said: string[] = []
  const log = logOf('intake', { write: (line: string) => void said.push(JSON.parse(line).what) })
  return { log, said }
}

describe('the health of a process', () => {
  const ask = async (prove: () => Promise<void>, path = '/health/ready') => {
    const response = await healthDoor(prove).request(path)
    return { status: response.status, body: await response.json() }
  }

  test('is ready when it can commit', async () => {
    expect(await ask(async () => undefined)).toEqual({ status: 200, body: { ready: true } })
  })

  test('is not ready when it cannot, and does not say why', async () => {
    const failing = async () => {
      throw new Error('no such host db.example.org')
    }
    expect(await ask(failing)).toEqual({ status: 503, body: { ready: false } })
  })

  test('is not ready when the database does not answer within two seconds', async () => {
    expect(await ask(() => new Promise(() => undefined))).toEqual({ status: 503, body: { ready: false } })
  })

  test('is alive whether or not it can commit', async () => {
    const failing = async () => {
      throw new Error('down')
    }
    expect(await ask(failing, '/health/live')).toEqual({ status: 200, body: { live: true } })
  })
})

describe('work done again and again', () => {
  test('never runs twice at once, goes on after a failure, and stops after the turn under way', async () => {
    const { log, said } = quietLog()
    let running = 0
    let most = 0
    let turns = 0
    const sealing = every(
      1,
      'sealing failed',
      async () => {
        running += 1
        most = Math.max(most, running)
        await setTimeout(15)
        running -= 1
        turns += 1
        if (turns === 2) throw new Error('once')
      },
      log,
    )
    await vi.waitFor(() => expect(turns).toBeGreaterThan(2), 30_000)
    await sealing.stop()
    expect(running).toBe(0)
    expect(most).toBe(1)
    expect(said).toEqual(['sealing failed'])
    const after = turns
    await setTimeout(40)
    expect(turns).toBe(after)
  })

  test('goes on when the work throws before it has begun', async () => {
    const { log, said } = quietLog()
    const broken = every(
      1,
      'sealing failed',
      () => {
        throw new Error('at once')
      },
      log,
    )
    await vi.waitFor(() => expect(said.length).toBeGreaterThan(2), 30_000)
    await broken.stop()
  })
})

describe('a process that serves', () => {
  const app = new Hono()
  app.get('/slow', async (c) => {
    await setTimeout(150)
    return c.text('done')
  })

  test('finishes the request under way, then closes its parts in order, once', async () => {
    const { log, said } = quietLog()
    const closed: string[] = []
    const running = await serveProcess({
      app,
      hostname: '127.0.0.1',
      port: 0,
      log,
      closing: [
        async () => void closed.push('worker'),
        async () => {
          throw new Error('did not close')
        },
        async () => void closed.push('database'),
      ],
    })
    const answer = fetch(`http://127.0.0.1:${running.port}/slow`).then((response) => response.text())
    await setTimeout(50)
    await Promise.all([running.stop(), running.stop()])
    expect(await answer).toBe('done')
    expect(closed).toEqual(['worker', 'database'])
    expect(said).toEqual(['listening', 'a part did not close', 'stopped'])
    await expect(fetch(`http://127.0.0.1:${running.port}/slow`)).rejects.toThrow()
  })

  test('ends at once what it would be answering for ever', async () => {
    const { log } = quietLog()
    let end = () => {}
    const streaming = new Hono()
    streaming.get('/stream', () => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('begun'))
          end = () => controller.close()
        },
      })
      return new Response(body)
    })
    const at = { app: streaming, hostname: '127.0.0.1', port: 0, log, closing: [] }
    const running = await serveProcess({ ...at, stopping: [() => end()] })
    const answer = await fetch(`http://127.0.0.1:${running.port}/stream`)
    const began = performance.now()
    const said = answer.text()
    await running.stop()
    expect(await said).toBe('begun')
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  test('says that its port is taken', async () => {
    const { log } = quietLog()
    const first = await serveProcess({ app, hostname: '127.0.0.1', port: 0, log, closing: [] })
    const second = serveProcess({ app, hostname: '127.0.0.1', port: first.port, log, closing: [] })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await first.stop()
  })
})
