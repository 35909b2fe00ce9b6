import type { Instant } from '@cdop/domain'
import type { Database } from './database.ts'
import { safely } from './database-error.ts'

/** Proves that this role can commit, by committing. @throws DatabaseError when it cannot */
export async function proveCommit(database: Database, schema: string, at: Instant): Promise<void> {
  await safely(async () => {
    await database.sql`
      insert into ${database.sql(schema)}.readiness (committed_at) values (${at})
      on conflict (only_row) do update set committed_at = excluded.committed_at
    `
  })
}
