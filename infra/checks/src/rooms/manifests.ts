import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Check, outcomeOf } from '../check.ts'
import { sourcesOf, workspacesOnDisk } from './files.ts'
import { packageNameOf, type Room, rooms } from './rooms.ts'

const Versions = z.record(z.string(), z.string()).default({})
const Manifest = z.object({
  name: z.string(),
  private: z.boolean().optional(),
  type: z.string().optional(),
  scripts: Versions,
  dependencies: Versions,
  devDependencies: Versions,
  peerDependencies: Versions,
  optionalDependencies: Versions,
})
type Manifest = z.infer<typeof Manifest>

const Tasks = z.object({ tasks: z.record(z.string(), z.unknown()) })

/** What each package.json lists: its name, the rooms it may know, versions from the one catalog, turbo's scripts. */
export const manifests: Check = {
  name: 'manifests',
  stage: 'static',
  run: async ({ root }) => {
    const folders = workspacesOnDisk(root)
    const tasks = Object.keys(Tasks.parse(read(root, 'turbo.json')).tasks).filter(
      (task) => !task.includes('#'),
    )
    const catalog = catalogOf(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))
    const faults = [
      ...(folders.length === 0 ? ['no room was seen: nothing was checked'] : []),
      ...(tasks.length === 0 ? ['turbo.json runs no task'] : []),
      ...catalogFaults(catalog),
      ...versionFaults('package.json', Manifest.parse(read(root, 'package.json')), catalog),
      ...folders.flatMap((folder) => roomFaults(root, folder, tasks, catalog)),
    ]
    return outcomeOf(faults, `${folders.length} rooms, ${catalog.size} versions`)
  },
}

function roomFaults(
  root: string,
  folder: string,
  tasks: readonly string[],
  catalog: ReadonlyMap<string, string>,
): string[] {
  const file = `${folder}/package.json`
  const manifest = Manifest.parse(read(root, file))
  const room = rooms.find((known) => known.folder === folder)
  return [
    ...(manifest.name === packageNameOf(folder)
      ? []
      : [`${file}: the name must be ${packageNameOf(folder)}`]),
    ...(manifest.private === true ? [] : [`${file}: must be private`]),
    ...(manifest.type === 'module' ? [] : [`${file}: type must be module`]),
    ...tasks
      .filter((task) => (manifest.scripts[task] ?? '').trim() === '')
      .map((task) => `${file}: turbo runs '${task}' but the room has no such script`),
    ...(sourcesOf(root, folder).length > 0 ? [] : [`${folder}: holds no source file`]),
    ...(existsSync(join(root, folder, 'README.md')) ? [] : [`${folder}: has no README.md`]),
    ...versionFaults(file, manifest, catalog),
    ...(room === undefined
      ? [`${file}: the room is not in the table`]
      : neighbourFaults(file, manifest, room)),
  ]
}

/** Rooms listed must be rooms allowed; a test may also need the one that starts Postgres. */
function neighbourFaults(file: string, manifest: Manifest, room: Room): string[] {
  const folderOf = (path: string): string => path.replace(/\/src\/.*$/, '')
  const allowed = new Set(
    [...room.imports, ...(room.doors ?? []), ...(room.typesOf ?? [])].map(folderOf).map(packageNameOf),
  )
  const forTests = (name: string): boolean =>
    rooms.some((other) => packageNameOf(other.folder) === name && !other.folder.startsWith('services/'))
  return [
    ...Object.keys(manifest.dependencies)
      .filter((name) => name.startsWith('@cdop/') && !allowed.has(name))
      .map((name) => `${file}: ${room.folder} may not depend on ${name}`),
    ...Object.keys(manifest.devDependencies)
      .filter((name) => name.startsWith('@cdop/') && !allowed.has(name) && !forTests(name))
      .map((name) => `${file}: ${room.folder} may not depend on ${name}, not even in tests`),
  ]
}

function versionFaults(file: string, manifest: Manifest, catalog: ReadonlyMap<string, string>): string[] {
  const listed = {
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
    ...manifest.devDependencies,
    ...manifest.dependencies,
  }
  return Object.entries(listed).flatMap(([name, version]) => {
    if (name.startsWith('@cdop/')) {
      return version === 'workspace:*' ? [] : [`${file}: ${name} must be workspace:*`]
    }
    if (version !== 'catalog:') return [`${file}: ${name} must be catalog:, not ${version}`]
    return catalog.has(name) ? [] : [`${file}: ${name} is not in the catalog`]
  })
}

const exact = /^(npm:(@[^/@\s]+\/)?[^@\s]+@)?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

function catalogFaults(catalog: ReadonlyMap<string, string>): string[] {
  return [
    ...(catalog.size === 0 ? ['pnpm-workspace.yaml: no catalog was seen'] : []),
    ...[...catalog]
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => `pnpm-workspace.yaml: ${name} must be one exact version, not ${version}`),
  ]
}

/** The catalog's lines, `name: version`, up to the next unindented line. Names from the registry only. */
export function catalogOf(yaml: string): Map<string, string> {
  const block = /^catalog:\n((?:[ \t]+.*\n|\s*\n|#.*\n)*)/m.exec(`${yaml}\n`)?.[1] ?? ''
  const pairs = block.matchAll(/^[ \t]+['"]?([^'":\s]+)['"]?:[ \t]*['"]?([^'"\n#]+?)['"]?[ \t]*(?:#.*)?$/gm)
  return new Map([...pairs].map(([, name = '', version = '']) => [name, version]))
}

function read(root: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}
