import type { Database } from '@cdop/database'
import { millisecondsOf } from './statistics.ts'

/** Rows of one table as COPY wrote them into a file of the database server's. */
type Copied = { table: string; file: string }

/** The number of the transaction from which on rows are new. */
export async function mark(admin: Database): Promise<bigint> {
  const [row] = await admin.sql<{ at: string }[]>`select pg_current_xact_id()::text as at`
  return BigInt(row?.at ?? 0)
}

/**
 * Every row of intake's tables that was written since the mark, copied beside the server's data: read through the driver,
 * a table that ends as its stream is full leaves the connection waiting for ever.
 */
export async function rowsSince(admin: Database, since: bigint): Promise<readonly Copied[]> {
  const [at] = await admin.sql<{ directory: string }[]>`select current_setting('data_directory') as directory`
  const tables = await admin.sql<{ table: string }[]>`
    select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'intake' and c.relkind = 'r' order by c.relname`
  const copied: Copied[] = []
  for (const { table } of tables) {
    const file = `${at?.directory}/bench_copy_${table}`
    const { count } = await admin.sql`
      copy (select * from ${admin.sql(`intake.${table}`)} where xmin::text::bigint >= ${admin.sql.unsafe(String(since))})
      to ${admin.sql.unsafe(`'${file}'`)}`
    if (count > 0) copied.push({ table, file })
  }
  return copied
}

/**
 * Milliseconds for writing the same rows by COPY into tables with the same columns, checks and indexes, in one durable
 * transaction.
 */
export async function bareCopy(admin: Database, copied: readonly Copied[]): Promise<number> {
  await admin.sql`drop schema if exists bench_copy cascade`
  await admin.sql`create schema bench_copy`
  for (const { table } of copied) {
    await admin.sql`
      create table ${admin.sql(`bench_copy.${table}`)} (like ${admin.sql(`intake.${table}`)} including all)`
  }
  return millisecondsOf(() =>
    admin.withoutActor(async (tx) => {
      await tx`set local statement_timeout = 0`
      for (const { table, file } of copied) {
        await tx`copy ${tx(`bench_copy.${table}`)} from ${tx.unsafe(`'${file}'`)}`
      }
    }),
  )
}
