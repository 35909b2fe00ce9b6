import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** One numbered SQL file. `{schema}` in it stands for the service's schema. */
export type Migration = { name: string; sql: string }

/**
 * The SQL files of a folder in their order.
 * @throws Error when a file is not numbered or the folder holds none: an empty folder is a mistake, not "nothing to do"
 */
export function readMigrations(folder: URL, prefix = ''): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  if (names.length === 0) throw new Error(`no migrations in ${folder.pathname}`)
  return names.map((name) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) throw new Error(`${name} is not named 0001-what-it-does.sql`)
    return { name: `${prefix}${name}`, sql: readFileSync(new URL(name, folder), 'utf8') }
  })
}

/** A migration that has been applied never changes: its checksum is compared at every start. */
export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

/** What every service schema begins with. */
export const foundation = readMigrations(new URL('../sql/', import.meta.url), 'database/')
