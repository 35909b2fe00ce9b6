import type { Database } from '@cdop/database'

/** Settings without which a commit may be lost in a power cut. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const

/** @throws Error in one sentence when the server could lose what it says it has saved */
export async function refuseUnsafeSettings(database: Database): Promise<void> {
  const rows = await database.sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name = any (${[...DURABLE]})
  `
  const off = rows.filter((row) => row.setting === 'off').map((row) => row.name)
  if (off.length > 0) {
    throw new Error(
      `The database server has ${off.join(' and ')} switched off and could lose saved records. Switch it on and start again.`,
    )
  }
}

/**
 * The first start writes down which keys the database is encrypted with; a later start with others is refused before
 * it can write anything nobody could read.
 * @throws Error in one sentence
 */
export async function refuseOtherKeys(
  database: Database,
  schema: string,
  fingerprint: string,
): Promise<void> {
  const table = database.sql`${database.sql(schema)}.key_fingerprints`
  await database.sql`
    insert into ${table} (key_name, fingerprint) values ('root', ${fingerprint}) on conflict do nothing
  `
  const [row] = await database.sql<
    { fingerprint: string }[]
  >`select fingerprint from ${table} where key_name = 'root'`
  if (row?.fingerprint !== fingerprint) {
    throw new Error(
      'This database was encrypted with other keys. Start with the keys it was made with, or with a new database.',
    )
  }
}
