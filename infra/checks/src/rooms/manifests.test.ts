import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { catalogOf, manifests } from './manifests.ts'

/** Rewrites a room's package.json in a sound house and gives back what the check says. */
async function saying(folder: string, changes: Record<string, unknown>): Promise<string> {
  const house = givenHouse()
  const sound = {
    name: `@cdop/${folder.split('/')[1]}`,
    private: true,
    type: 'module',
    scripts: { types: 'tsc -p .' },
  }
  writeFileSync(join(house, folder, 'package.json'), JSON.stringify({ ...sound, ...changes }))
  return (await outcomeIn(house, manifests)).output
}

describe("a room's package.json", () => {
  test('that keeps to the table is sound', async () => {
    expect(await outcomeIn(givenHouse(), manifests)).toMatchObject({ passed: 1, failed: 0, output: '' })
  })

  test.each([
    [
      'lists a room it may not know',
      { dependencies: { '@cdop/database': 'workspace:*' } },
      'may not depend on @cdop/database',
    ],
    [
      'lists a service above it for its tests',
      { devDependencies: { '@cdop/case-review': 'workspace:*' } },
      'not even in tests',
    ],
    ['names a version of its own', { dependencies: { zod: '^4.6.7' } }, 'zod must be catalog:'],
    ['names a release nobody pinned', { dependencies: { 'left-pad': 'catalog:' } }, 'not in the catalog'],
    ['takes a room from the registry', { devDependencies: { '@cdop/postgres': '*' } }, 'must be workspace:*'],
    ['lacks a script turbo runs', { scripts: {} }, "turbo runs 'types'"],
    ['has another name', { name: '@cdop/domains' }, 'the name must be @cdop/domain'],
    ['could be published', { private: false }, 'must be private'],
  ])('that %s is refused', async (_, changes, reason) => {
    expect(await saying('packages/domain', changes)).toContain(reason)
  })
})

describe('the catalog', () => {
  test('reads names, versions, quotes and comments as pnpm does', () => {
    const yaml =
      "catalog:\n  '@trpc/server': 11.25.2\n  # why\n  a: npm:b@1.2.3\n\nallowBuilds:\n  node: true\n"
    expect([...catalogOf(yaml)]).toEqual([
      ['@trpc/server', '11.25.2'],
      ['a', 'npm:b@1.2.3'],
    ])
  })

  test.each(['^3.4.9', '~3.4.9', '*', 'latest', '3.4', '>=3', 'npm:other@^1.0.0'])(
    'refuses %s',
    async (version) => {
      const house = givenHouse()
      writeFileSync(join(house, 'pnpm-workspace.yaml'), `catalog:\n  postgres: '${version}'\n`)
      expect((await outcomeIn(house, manifests)).output).toContain('must be one exact version')
    },
  )

  test('that cannot be seen is a failure', async () => {
    const house = givenHouse()
    writeFileSync(join(house, 'pnpm-workspace.yaml'), 'packages: [a]\n')
    expect((await outcomeIn(house, manifests)).output).toContain('no catalog was seen')
  })
})
