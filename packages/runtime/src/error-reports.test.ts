import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import * as Sentry from '@sentry/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorReports } from './error-reports.ts'

const seeded = ['Aurelia Examplechild', '9990000018', 'LS1 4AP', '2021-05-04']
const received: string[] = []

const sink = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
    received.push(`${request.url} ${JSON.stringify(request.headers)} ${text.toString('utf8')}`)
    response.end('{}')
  })
})

/** Throws with what somebody typed in the message, the cause, a property and a local variable. */
function breakWith(typed: string): never {
  const local = `the form said ${typed}`
  const thrown = new TypeError(local, { cause: new Error(typed) })
  throw Object.assign(thrown, { parameters: [typed], detail: typed })
}

describe('error reports', () => {
  beforeAll(() => new Promise<void>((listening) => sink.listen(0, '127.0.0.1', listening)))
  afterAll(() => {
    sink.closeAllConnections()
    sink.close()
  })

  test('without an address are not made', async () => {
    const original = globalThis.fetch
    let sent = 0
    globalThis.fetch = async () => {
      sent += 1
      return new Response()
    }
    try {
      const reports = errorReports(undefined)
      reports.report(new Error('x'), { service: 'intake' })
      await reports.flush()
    } finally {
      globalThis.fetch = original
    }
    expect(sent).toBe(0)
    expect(received).toEqual([])
  })

  test('arrive with kind, place and codes, and without a word of what was typed', async () => {
    const { port } = sink.address() as AddressInfo
    const reports = errorReports(`http://public@127.0.0.1:${port}/1`)
    for (const typed of seeded) {
      try {
        breakWith(typed)
      } catch (thrown) {
        const about = { service: 'intake', procedure: 'notification.submit', code: 'internal' }
        reports.report(thrown, { ...about, requestId: '0198a5f0-0000-7000-8000-000000000001' })
      }
    }
    reports.report('Aurelia Examplechild', { service: 'intake' })
    // What a library, or a careless line of ours, could send by itself.
    Sentry.startSpan({ name: 'Aurelia Examplechild', op: 'LS1 4AP' }, () => undefined)
    Sentry.addBreadcrumb({ message: '9990000018' })
    Sentry.setUser({ username: 'Aurelia Examplechild' })
    Sentry.captureException(new Error('9990000018'), { extra: { born: '2021-05-04' } })
    await reports.flush()
    const all = received.join('\n')
    expect(received.length).toBeGreaterThanOrEqual(seeded.length + 1)
    expect(all).toMatch(/TypeError at packages\/runtime\/src\/error-reports\.test\.ts:\d+/)
    expect(all).toContain('notification.submit')
    expect(all).toContain('0198a5f0-0000-7000-8000-000000000001')
    for (const identifier of [...seeded, 'the form said', 'breakWith', 'server_name', 'stacktrace']) {
      expect(all).not.toContain(identifier)
    }
  })
})
