import { connect, type Database, DeploymentKind } from '@cdop/database'
import { PlainError } from '@cdop/postgres'

/** Milliseconds an operator's statement may take: a verification reads every row there is. */
const PATIENT = { statement: 600_000, lock: 60_000, idle: 600_000 }

/** Runs work on one connection as the administrator. */
export async function asAdministrator<Result>(
  url: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = connect(url, { max: 1, limits: PATIENT })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** What the database is marked, or null when it was never migrated. */
export async function markOf(database: Database): Promise<DeploymentKind | null> {
  const [found] = await database.sql<{ exists: boolean }[]>`
    select to_regclass('deployment.kind') is not null as exists`
  if (found?.exists !== true) return null
  const [row] = await database.sql<{ kind: string }[]>`select kind from deployment.kind`
  return row === undefined ? null : DeploymentKind.parse(row.kind)
}

/** True when nobody has made a table in the database yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  const [found] = await database.sql<{ empty: boolean }[]>`
    select not exists (
      select from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'deployment')
    ) as empty`
  return found?.empty === true
}

/** @throws {PlainError} when the database is for something else than what was asked for */
export function refuseOtherMark(mark: DeploymentKind | null, wanted: DeploymentKind): void {
  if (mark === null || mark === wanted) return
  throw new PlainError(
    mark === 'live'
      ? 'This database is marked live and never becomes a demonstration: use another database for the demonstration.'
      : 'This database is marked as a demonstration and never becomes live: use a new database for the live records.',
  )
}
