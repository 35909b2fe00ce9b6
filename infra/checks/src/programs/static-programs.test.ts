import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Check } from '../check.ts'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { format, lint, types, unused } from './static-programs.ts'

const slow = 60_000

async function planting(check: Check, file: string, text: string): Promise<string> {
  const outcome = await outcomeIn(givenHouse({ [file]: text }), check)
  expect(outcome).toMatchObject({ passed: 0, failed: 1 })
  return outcome.output
}

describe('a sound house passes', () => {
  test.each([format, lint, types, unused])('$name', { timeout: slow }, async (check) => {
    expect(await outcomeIn(givenHouse(), check)).toMatchObject({ passed: 1, failed: 0, output: '' })
  })
})

describe('a promise nobody waits for is found by lint', () => {
  const transaction = (body: string): string => `import { publish } from '@cdop/events'
import { save } from './save.ts'

type Sql = { begin: (work: (tx: string) => Promise<void>) => Promise<void> }

export async function accept(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    ${body}
    await save(tx)
  })
}
`
  const rooms = {
    'packages/events/src/index.ts':
      'export async function publish(tx: string): Promise<string> {\n  return await Promise.resolve(tx)\n}\n',
    'services/intake/src/save.ts':
      'export async function save(tx: string): Promise<boolean> {\n  return (await Promise.resolve(tx)) === tx\n}\n',
  }

  test.each([
    ["the room's own function inside a transaction", 'save(tx)', 'noFloatingPromises'],
    ["another room's function inside a transaction", 'publish(tx)', 'noFloatingPromises'],
    [
      'a transaction inside a transaction',
      'sql.begin((inner) => save(inner).then(() => undefined))',
      'noFloatingPromises',
    ],
    ['a promise taken for an answer', 'if (save(tx)) return', 'noMisusedPromises'],
    [
      'an async function where none is waited for',
      '[1].forEach(async () => {\n      await publish(tx)\n    })',
      'noMisusedPromises',
    ],
  ])('%s', { timeout: slow }, async (_, body, rule) => {
    const house = givenHouse({ ...rooms, 'services/intake/src/accept.ts': transaction(body) })
    const { failed, output } = await outcomeIn(house, lint)
    expect(failed).toBe(1)
    expect(output).toContain(rule)
    expect(output).toContain('services/intake/src/accept.ts')
  })

  test('and nothing is said when all are awaited', { timeout: slow }, async () => {
    const house = givenHouse({ ...rooms, 'services/intake/src/accept.ts': transaction('await publish(tx)') })
    expect(await outcomeIn(house, lint)).toMatchObject({ failed: 0 })
  })
})

describe('lint and format', () => {
  test.each([
    ['any', 'export const a: any = 1\n', 'noExplicitAny'],
    ['a non-null assertion', 'export const a = (b?: string): string => b!\n', 'noNonNullAssertion'],
    ['printing', "console.log('a')\n", 'noConsole'],
    [
      'a type imported as a value',
      "import { type Api } from '@cdop/intake/api'\n\nexport type A = Api\n",
      'useImportType',
    ],
  ])('refuse %s', { timeout: slow }, async (_, text, rule) => {
    expect(await planting(lint, 'services/case-review/src/a.ts', text)).toContain(rule)
  })

  test('refuse another layout', { timeout: slow }, async () => {
    expect(await planting(format, 'packages/domain/src/a.ts', 'export const a = "1";\n')).toContain(
      'packages/domain/src/a.ts',
    )
  })
})

describe('types', { timeout: slow }, () => {
  test('refuse a value of another type, and an index that may be missing, in whichever rooms they are', async () => {
    const house = givenHouse({
      'packages/domain/src/a.ts': "export const a: number = 'one'\n",
      'services/case-review/src/a.ts': 'export const a = (b: string[]): string => b[0]\n',
    })
    const { failed, output } = await outcomeIn(house, types)
    expect(failed).toBe(1)
    expect(output).toMatch(/packages\/domain\/src\/a\.ts.*TS2322/)
    expect(output).toMatch(/services\/case-review\/src\/a\.ts.*TS2322/)
  })
})

describe('types of the browser tests', { timeout: slow }, () => {
  test('are looked at too', async () => {
    const house = givenHouse({ 'e2e/src/a.ts': "export const a: number = 'one'\n" })
    expect((await outcomeIn(house, types)).output).toMatch(/a\.ts.*TS2322/)
  })
})

describe('what nobody uses is refused', () => {
  test('an export', { timeout: slow }, async () => {
    const house = givenHouse({
      'packages/domain/src/a.ts': 'export const used = 1\nexport const forgotten = 2\n',
      'packages/domain/src/index.ts': "export { used } from './a.ts'\n",
    })
    expect((await outcomeIn(house, unused)).output).toContain('forgotten')
  })

  test('a file', { timeout: slow }, async () => {
    expect(await planting(unused, 'services/intake/src/orphan.ts', 'export const a = 1\n')).toContain(
      'orphan.ts',
    )
  })

  test('a dependency', { timeout: slow }, async () => {
    const house = givenHouse()
    const manifest = {
      name: '@cdop/domain',
      type: 'module',
      exports: './src/index.ts',
      dependencies: { postgres: 'catalog:' },
    }
    writeFileSync(join(house, 'packages/domain/package.json'), JSON.stringify(manifest))
    const { failed, output } = await outcomeIn(house, unused)
    expect(failed).toBe(1)
    expect(output).toContain('packages/domain/package.json')
  })
})
