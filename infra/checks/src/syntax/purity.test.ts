import { describe, expect, test } from 'vitest'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { purity } from './purity.ts'

const inDomain = async (line: string): Promise<string> => {
  const outcome = await outcomeIn(givenHouse({ 'packages/domain/src/a.ts': `${line}\n` }), purity)
  return outcome.output
}

describe('a pure room', () => {
  test.each([
    ['reads the clock', 'export const a = Date.now()'],
    ['reads the clock by constructing a date', 'export const a = new Date()'],
    ['reads the clock without brackets', 'export const a = new Date'],
    ['reads the clock by calling Date', 'export const a = Date()'],
    ['hands the clock on', 'const { now } = Date\nexport const a = now()'],
    [
      'reads the clock of Temporal',
      "import { Temporal } from 'temporal-polyfill'\nexport const a = Temporal.Now.plainDateISO()",
    ],
    [
      'reads the clock of Temporal by its name in text',
      "import { Temporal } from 'temporal-polyfill'\nexport const a = Temporal['Now']",
    ],
    ['throws dice', 'export const a = Math.random()'],
    ['throws dice by name in text', "export const a = Math['random']()"],
    ['draws a random id', 'export const a = crypto.randomUUID()'],
    ['calls the network', "export const a = fetch('https://example.org')"],
    ['reads its environment', "export const a = process.env['A']"],
    ['waits', 'export const a = setTimeout(() => undefined, 1)'],
    ['reads the clock inside a template', `export const a = \`\${Date.now()}\``],
    ['reaches the world as an object', 'export const a = globalThis.Date.now()'],
    ['loads code while it runs', "export const a = await import('zod')"],
    ['prints', "console.warn('a')"],
  ])('that %s is refused, and the line is named', async (_, line) => {
    expect(await inDomain(line)).toContain('packages/domain/src/a.ts:')
  })

  test.each([
    ['speaks of the clock in a comment', '// Date.now() and Math.random() are passed in\nexport const a = 1'],
    ['speaks of the clock in a string', "export const a = 'Date.now()'"],
    ['makes a date from a value it was given', 'export const a = (at: string): Date => new Date(at)'],
    ['counts days in UTC', 'export const a = Date.UTC(2024, 0, 1)'],
    ['rounds', 'export const a = Math.round(1.5)'],
    ['has a property of such a name', 'export const a = { process: 1, fetch: 2, crypto: 3 }.process'],
    ['takes the clock as an argument', 'export const a = (clock: { now(): string }): string => clock.now()'],
  ])('that %s is sound', async (_, line) => {
    expect(await inDomain(line)).toBe('')
  })

  test('may use the clock in its tests', async () => {
    const house = givenHouse({ 'packages/domain/src/a.test.ts': 'export const a = Date.now()\n' })
    expect(await outcomeIn(house, purity)).toMatchObject({ failed: 0 })
  })
})

describe('only env.ts reads the environment of a service', () => {
  test.each([
    ['a use case reads it', "export const a = process.env['A']"],
    ['a use case passes the process on', 'const { env } = process\nexport const a = env'],
    ['a use case imports it', "import { env } from 'node:process'\nexport const a = env"],
  ])('%s: refused', async (_, text) => {
    const house = givenHouse({ 'services/intake/src/notification/accept.ts': `${text}\n` })
    expect((await outcomeIn(house, purity)).output).toContain('only env.ts reads the environment')
  })

  test('a service may still ask the process to end', async () => {
    const house = givenHouse({ 'services/intake/src/a.ts': 'process.exitCode = 1\n' })
    expect(await outcomeIn(house, purity)).toMatchObject({ passed: 1, failed: 0 })
  })
})

test('a purity check that sees no file fails', async () => {
  expect(await outcomeIn('/nowhere', purity)).toMatchObject({ passed: 0, failed: 1 })
})
