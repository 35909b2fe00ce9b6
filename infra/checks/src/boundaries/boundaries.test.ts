import { describe, expect, test } from 'vitest'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { blindSpots, boundaries } from './boundaries.ts'

/** Plants one file in a sound house and gives back what the check says about it. */
async function planting(file: string, text: string, more: Record<string, string> = {}): Promise<string> {
  const outcome = await outcomeIn(givenHouse({ [file]: text, ...more }), boundaries)
  expect(outcome).toMatchObject({ passed: 0, failed: 1 })
  return outcome.output
}

describe('who may know whom', { timeout: 30_000 }, () => {
  test('a house that keeps to the table passes', async () => {
    expect(await outcomeIn(givenHouse(), boundaries)).toMatchObject({ failed: 0, output: '' })
  })

  test.each([
    [
      'a package imports a service',
      'packages/domain/src/a.ts',
      "import type { Api } from '@cdop/intake/api'\nexport type A = Api\n",
      'may not know this room',
    ],
    [
      'a pure room imports a room above it',
      'packages/domain/src/a.ts',
      "import { connect } from '@cdop/database'\nexport const a = connect\n",
      'may not know this room',
    ],
    [
      'a service takes a value from another',
      'services/case-review/src/a.ts',
      "import { limit } from '@cdop/intake/api'\nexport const a = limit\n",
      'only `import type`',
    ],
    [
      'a service passes on a value of another',
      'services/case-review/src/a.ts',
      "export { limit } from '@cdop/intake/api'\n",
      'only `import type`',
    ],
    [
      'a service loads another while it runs',
      'services/case-review/src/a.ts',
      "export const a = await import('@cdop/intake/api')\n",
      'only `import type`',
    ],
    [
      "a service opens another's file",
      'services/case-review/src/a.ts',
      "import type { Api } from '../../intake/src/api.ts'\nexport type A = Api\n",
      'through its package',
    ],
    [
      'a service looks inside another',
      'services/case-review/src/a.ts',
      "import { start } from '../../intake/src/main.ts'\nexport const a = start\n",
      'may not know this room',
    ],
    [
      'a service calls upwards',
      'services/intake/src/a.ts',
      "import type { Review } from '@cdop/case-review/api'\nexport type A = Review\n",
      'may not know this room',
    ],
    [
      'a service opens its own connection',
      'services/intake/src/a.ts',
      "import postgres from 'postgres'\nexport const a = postgres\n",
      'only packages/database',
    ],
    [
      'a test opens its own connection',
      'services/intake/src/a.test.ts',
      "import postgres from 'postgres'\nexport const a = postgres\n",
      'only packages/database',
    ],
    [
      'a service speaks tRPC itself',
      'services/intake/src/a.ts',
      "import * as trpc from '@trpc/server'\nexport const a = trpc\n",
      'only packages/rpc',
    ],
    [
      'a service queues jobs itself',
      'services/intake/src/a.ts',
      "import * as jobs from 'graphile-worker'\nexport const a = jobs\n",
      'only packages/events',
    ],
    [
      'a pure room takes a library',
      'packages/domain/src/a.ts',
      "import postgres from 'postgres'\nexport const a = postgres\n",
      'may not import this library',
    ],
    [
      'a pure room reads files',
      'packages/domain/src/a.ts',
      "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
      "module of Node's",
    ],
    [
      'a pure room reads files by the back door',
      'packages/domain/src/a.ts',
      "export const a = process.getBuiltinModule('node:fs')\n",
      "module of Node's",
    ],
    [
      'encryption reaches for the network',
      'packages/encryption/src/a.ts',
      "import { request } from 'node:https'\nexport const a = request\n",
      "module of Node's",
    ],
    [
      'product code leans on a testing entry point',
      'services/intake/src/a.ts',
      "import { given } from './testing.ts'\nexport const a = given\n",
      'may not import tests',
    ],
    [
      'an import leads nowhere',
      'packages/domain/src/a.ts',
      "import { a } from 'left-pad'\nexport const b = a\n",
      'leads nowhere',
    ],
  ])('%s: refused', async (_, file, text, reason) => {
    const more = {
      'services/case-review/src/api.ts': 'export type Review = string\n',
      'services/intake/src/testing.ts': 'export const given = 1\n',
    }
    const said = await planting(file, text, more)
    expect(said).toContain(file)
    expect(said).toContain(reason)
  })

  test('modules that import each other in a circle are refused, types or not', async () => {
    const said = await planting(
      'packages/domain/src/a.ts',
      "import type { B } from './b.ts'\nexport type A = B\n",
      {
        'packages/domain/src/b.ts': "import type { A } from './a.ts'\nexport type B = A | string\n",
      },
    )
    expect(said).toContain('in a circle')
    expect(said).toContain('packages/domain/src/a.ts')
  })

  test('a test may use the testing entry point of another room', async () => {
    const house = givenHouse({
      'packages/database/src/testing.ts': 'export const given = 1\n',
      'packages/domain/src/a.test.ts':
        "import { given } from '@cdop/database/testing'\nexport const a = given\n",
    })
    expect(await outcomeIn(house, boundaries)).toMatchObject({ failed: 0 })
  })

  test('encryption may use the cipher', async () => {
    const house = givenHouse({
      'packages/encryption/src/index.ts': "import { hash } from 'node:crypto'\nexport const a = hash\n",
    })
    expect(await outcomeIn(house, boundaries)).toMatchObject({ failed: 0 })
  })
})

describe('a boundary check that sees nothing fails', { timeout: 30_000 }, () => {
  test('when there is no source at all', async () => {
    expect(blindSpots('/', [], undefined)).toEqual([expect.stringContaining('nothing was checked')])
  })

  test('when a room is on disk and not in the graph', () => {
    const house = givenHouse()
    const sources = ['packages/domain/src/index.ts', 'services/case-review/src/main.ts']
    expect(blindSpots(house, sources, { modules: [] })).toHaveLength(2)
  })

  test('when the graph has a file and not all it imports, as with a TypeScript it cannot use', () => {
    const house = givenHouse()
    const file = 'services/case-review/src/main.ts'
    const blind = { modules: [{ source: file, dependencies: [{ module: '@cdop/domain' }] }] }
    expect(blindSpots(house, [file], blind)).toEqual([
      `${file}: the boundary tool did not see it import @cdop/intake/api`,
    ])
  })

  test('when a library lies where built files usually are, it is still seen', async () => {
    const house = givenHouse({
      'node_modules/graphile-worker/package.json':
        '{ "name": "graphile-worker", "exports": "./dist/index.js" }',
      'node_modules/graphile-worker/dist/index.js': 'export const run = 1\n',
      'services/intake/src/a.ts': "import { run } from 'graphile-worker'\nexport const a = run\n",
    })
    expect((await outcomeIn(house, boundaries)).output).toContain('only packages/events')
  })

  test('when a room is not in the table', async () => {
    expect(await planting('services/billing/src/main.ts', 'export const a = 1\n')).toContain(
      'not in the table',
    )
  })
})
