import { describe, expect, test } from 'vitest'
import { type Log, type LogFields, logOf, whereThrown } from './log.ts'

const secret = 'Aurelia 9990000018'

function lines(write: (log: Log) => void): { text: string; lines: Record<string, unknown>[] } {
  const written: string[] = []
  write(logOf('intake', { write: (line: string) => void written.push(line) }))
  return { text: written.join(''), lines: written.map((line) => JSON.parse(line)) }
}

describe('a log line', () => {
  test('says which service, what, and when in UTC', () => {
    const {
      lines: [line],
    } = lines((log) => log.note('call', { procedure: 'case.open', milliseconds: 3 }))
    expect(line).toMatchObject({ service: 'intake', what: 'call', procedure: 'case.open', milliseconds: 3 })
    expect(line?.['time']).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
    expect(line).not.toHaveProperty('hostname')
  })

  test('holds the fields on the list and drops every other', () => {
    const fields = { code: 'stale', surname: secret, body: { nhsNumber: secret } } as LogFields
    const {
      text,
      lines: [line],
    } = lines((log) => log.note('call', fields))
    expect(Object.keys(line ?? {}).sort()).toEqual(['code', 'level', 'service', 'time', 'what'])
    expect(text).not.toContain('Aurelia')
  })

  test('about an error names its kind and its place, never its message or cause', () => {
    const thrown = new TypeError(`cannot read ${secret}`, { cause: new Error(secret) })
    Object.assign(thrown, { detail: secret })
    const {
      text,
      lines: [line],
    } = lines((log) => log.failure('call failed', thrown, { code: 'internal' }))
    expect(line).toMatchObject({ errorName: 'TypeError', code: 'internal', what: 'call failed' })
    expect(line?.['at']).toMatch(/^packages\/runtime\/src\/log\.test\.ts:\d+$/)
    expect(text).not.toContain('Aurelia')
    expect(text).not.toContain('9990000018')
  })

  test('about something thrown that is no error names only what kind of thing it was', () => {
    for (const thrown of [secret, { message: secret }, null, undefined]) {
      const {
        text,
        lines: [line],
      } = lines((log) => log.failure('call failed', thrown))
      expect(line?.['errorName']).toBe(typeof thrown)
      expect(text).not.toContain('Aurelia')
    }
  })

  test('knows no place outside our own source', () => {
    const elsewhere = new Error('elsewhere')
    elsewhere.stack = `Error: /packages of ${secret}\n    at file:///usr/lib/node_modules/x/index.js:1:1`
    expect(whereThrown(elsewhere)).toBeNull()
  })
})
