import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const neverOurs = new Set([
  'node_modules',
  '.turbo',
  '.git',
  'dist',
  'var',
  'test-results',
  'playwright-report',
])

/** Every file below a folder, relative to the root with forward slashes, sorted; without installed and built ones. */
export function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return neverOurs.has(entry.name) ? [] : filesBelow(root, path)
      return entry.isFile() ? [path] : []
    })
    .sort()
}

/** The folders that hold a workspace's package.json, found on disk and not in any table. */
export function workspacesOnDisk(root: string): string[] {
  const grouped = ['packages', 'services', 'infra'].flatMap((group) =>
    existsSync(join(root, group))
      ? readdirSync(join(root, group), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => `${group}/${entry.name}`)
      : [],
  )
  return [...grouped, 'e2e'].filter((folder) => existsSync(join(root, folder, 'package.json')))
}

/** The TypeScript a person wrote in a room. */
export function sourcesOf(root: string, folder: string): string[] {
  return filesBelow(root, folder).filter((file) => /\.m?ts$/.test(file) && !file.endsWith('.d.ts'))
}
