import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Port, readEnvironment } from './environment.ts'

const settings = z.object({ PORT: Port, SECRET: z.string().min(8), ADDRESS: z.url().optional() })
const folder = mkdtempSync(join(tmpdir(), 'settings-'))
const file = join(folder, 'secret')
writeFileSync(file, 'from a file\n')

function complaint(source: Record<string, string>): string {
  try {
    readEnvironment(settings, source)
    return 'none'
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : 'not an error'
  }
}

describe('the settings of a process', () => {
  test('are parsed, and what it does not know is left alone', () => {
    const source = { PORT: '3000', SECRET: 'long enough', HOME: '/root' }
    expect(readEnvironment(settings, source)).toEqual({ PORT: 3000, SECRET: 'long enough' })
  })

  test('may come as a file, which wins', () => {
    const source = { PORT: '1', SECRET: 'in the open', SECRET_FILE: file }
    expect(readEnvironment(settings, source).SECRET).toBe('from a file')
  })

  test('that are missing or wrong are all named at once, none with its value', () => {
    const said = complaint({ SECRET: 'short', ADDRESS: 'no-address' })
    for (const name of ['PORT', 'SECRET', 'ADDRESS']) expect(said).toContain(name)
    expect(said).not.toContain('short;')
    expect(said).not.toContain('no-address')
  })

  test('whose file cannot be read are named, not their path', () => {
    const said = complaint({ PORT: '1', SECRET_FILE: join(folder, 'nowhere') })
    expect(said).toContain('SECRET_FILE names a file that cannot be read')
    expect(said).not.toContain(folder)
  })

  test('left empty count as not given: a port is not 0 by accident', () => {
    expect(complaint({ PORT: '', SECRET: 'long enough' })).toContain('PORT')
    const source = { PORT: '1', SECRET: 'long enough', ADDRESS: '', SECRET_FILE: '' }
    expect(readEnvironment(settings, source)).toEqual({ PORT: 1, SECRET: 'long enough' })
  })

  test.each(['-1', '65536', '80.5', 'http', '0x'])('%s is no port', (port) => {
    expect(complaint({ PORT: port, SECRET: 'long enough' })).toContain('PORT')
  })
})
