import { runMigrations } from 'graphile-worker'
import { Pool } from 'pg'

/** The schema that holds a service's jobs. */
export function jobSchemaOf(schema: string): string {
  return `${schema}_jobs`
}

/**
 * Makes or upgrades the job tables of a service. They come with row security on and no policy, so without the
 * policies added here the service could neither add a job nor see one.
 */
export async function migrateJobs(adminUrl: string, schema: string): Promise<void> {
  const jobs = jobSchemaOf(schema)
  const pool = new Pool({ connectionString: adminUrl, max: 1 })
  // A connection that breaks while idle is noticed by the next query.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await pool.query('select pg_advisory_lock(7301992)')
    await pool.query(`create schema if not exists ${jobs} authorization ${schema}_migrator`)
    const { rows } = await pool.query<{ name: string }>('select quote_ident(current_database()) as name')
    const here = rows[0]?.name ?? ''
    // Its installer asks for the schema again, which needs the right to make one; it is taken back below.
    await pool.query(`grant create on database ${here} to ${schema}_migrator`)
    await pool.query(`set role ${schema}_migrator`)
    await runMigrations({ pgPool: pool, schema: jobs })
    await pool.query(`grant usage on schema ${jobs} to ${schema}_app`)
    await pool.query(`grant select, insert, update, delete on all tables in schema ${jobs} to ${schema}_app`)
    await pool.query(`grant usage on all sequences in schema ${jobs} to ${schema}_app`)
    await pool.query(`grant execute on all functions in schema ${jobs} to ${schema}_app`)
    const tables = await pool.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind = 'r' and c.relrowsecurity
         and not exists (select from pg_policies p where p.schemaname = $1 and p.tablename = c.relname and p.policyname = 'service')`,
      [jobs],
    )
    for (const { name } of tables.rows) {
      await pool.query(
        `create policy service on ${jobs}.${name} to ${schema}_app using (true) with check (true)`,
      )
    }
    await pool.query('reset role')
    await pool.query(`revoke create on database ${here} from ${schema}_migrator`)
  } finally {
    await pool.end()
  }
}
