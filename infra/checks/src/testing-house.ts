import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Check, Outcome } from './check.ts'
import { packageNameOf } from './rooms/rooms.ts'

const repository = join(import.meta.dirname, '../../..')

/** A sound little house: what every planted fault is added to. */
export const soundHouse: Readonly<Record<string, string>> = {
  'packages/domain/src/index.ts':
    'export type CaseId = string\n\nexport function sameCase(one: CaseId, other: CaseId): boolean {\n  return one === other\n}\n',
  'packages/domain/src/index.test.ts': "import { sameCase } from './index.ts'\n\nsameCase('a', 'a')\n",
  'packages/database/src/index.ts':
    "import postgres from 'postgres'\n\nexport const connect = (url: string): unknown => postgres(url)\n",
  'services/intake/src/api.ts':
    "import type { CaseId } from '@cdop/domain'\n\nexport type Api = { find: CaseId }\n\nexport const limit = 50\n",
  'services/intake/src/env.ts': "export const port = (): string | undefined => process.env['PORT']\n",
  'services/intake/src/main.ts': "import { port } from './env.ts'\n\nexport const start = port()\n",
  'services/case-review/src/main.ts':
    "import type { CaseId } from '@cdop/domain'\nimport type { Api } from '@cdop/intake/api'\n\nexport type Found = { id: CaseId; by: Api }\n",
}

/**
 * Writes a house of rooms into a directory that disappears with the test: a package per room, linked to all others
 * as pnpm would, with this repository's own settings, and stand-ins for the libraries rules speak of.
 */
export function givenHouse(planted: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'cdop-house-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const files = { ...soundHouse, ...planted }
  const folders = [...new Set(Object.keys(files).map(roomFolder))].filter((folder) => folder !== undefined)

  for (const name of [
    'biome.json',
    'knip.json',
    'tsconfig.base.json',
    'tsconfig.json',
    'turbo.json',
    '.gitignore',
  ]) {
    cpSync(join(repository, name), join(root, name))
  }
  for (const library of ['postgres', 'graphile-worker', '@trpc/server']) {
    const place = `node_modules/${library}`
    write(
      root,
      `${place}/package.json`,
      JSON.stringify({ name: library, type: 'module', exports: './index.js' }),
    )
    write(root, `${place}/index.js`, 'export default () => undefined\n')
    write(root, `${place}/index.d.ts`, 'export default function open(address: string): unknown\n')
  }
  for (const installed of ['.bin', 'typescript', 'turbo', '@types', 'vitest']) {
    symlinkSync(join(repository, 'node_modules', installed), join(root, 'node_modules', installed))
  }
  writeManifests(root, folders, files)
  for (const [file, text] of Object.entries(files)) write(root, file, text)
  return root
}

/** What one check says of one house. */
export function outcomeIn(root: string, check: Check): Promise<Outcome> {
  return check.run({ root, limitSeconds: 60 })
}

function roomFolder(file: string): string | undefined {
  return /^((packages|services|infra)\/[^/]+|e2e)\//.exec(file)?.[1]
}

function writeManifests(
  root: string,
  folders: readonly string[],
  files: Readonly<Record<string, string>>,
): void {
  const manifest = { name: 'house', private: true, type: 'module', packageManager: 'pnpm@10.34.9' }
  write(
    root,
    'package.json',
    `${JSON.stringify({ ...manifest, scripts: { types: 'tsc -p .' }, devDependencies: { typescript: 'catalog:' } }, null, 2)}\n`,
  )
  write(
    root,
    'pnpm-workspace.yaml',
    'packages:\n  - packages/*\n  - services/*\n  - infra/*\n  - e2e\n\ncatalog:\n  postgres: 3.4.9\n  typescript: 7.0.2\n',
  )
  for (const folder of folders) {
    const doors = ['index', 'api', 'app', 'testing']
      .filter((door) => files[`${folder}/src/${door}.ts`] !== undefined)
      .map((door) => [door === 'index' ? '.' : `./${door}`, `./src/${door}.ts`])
    const neighbours = [
      ...new Set(
        Object.entries(files)
          .filter(([file]) => file.startsWith(`${folder}/`))
          .flatMap(([, text]) => [...text.matchAll(/from '(@cdop\/[^/']+)/g)].map(([, name]) => name)),
      ),
    ]
    const libraries = folder === 'packages/database' ? { postgres: 'catalog:' } : {}
    const room = {
      name: packageNameOf(folder),
      private: true,
      type: 'module',
      exports: Object.fromEntries(doors),
      scripts: { types: 'tsc -p .' },
      dependencies: { ...Object.fromEntries(neighbours.map((name) => [name, 'workspace:*'])), ...libraries },
    }
    write(root, `${folder}/package.json`, `${JSON.stringify(room, null, 2)}\n`)
    write(
      root,
      `${folder}/tsconfig.json`,
      `{ "extends": "${relative(folder, '.')}/tsconfig.base.json", "include": ["src"] }\n`,
    )
    write(root, `${folder}/README.md`, `# ${folder}\n`)
    for (const other of folders) {
      const link = join(root, folder, 'node_modules', packageNameOf(other))
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(relative(dirname(link), join(root, other)), link)
    }
  }
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
