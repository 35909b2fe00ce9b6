import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '@cdop/database'
import { millisecondsOf } from './statistics.ts'

/** Rows of one table as COPY writes them. */
type Copied = { table: string; rows: Buffer }

/** The number of the transaction from which on rows are new. */
export async function mark(admin: Database): Promise<bigint> {
  const [row] = await admin.sql<{ at: string }[]>`select pg_current_xact_id()::text as at`
  return BigInt(row?.at ?? 0)
}

/** Every row of intake's tables that was written since the mark, as COPY writes it. */
export async function rowsSince(admin: Database, since: bigint): Promise<readonly Copied[]> {
  const tables = await admin.sql<{ table: string }[]>`
    select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'intake' and c.relkind = 'r' order by c.relname`
  const copied: Copied[] = []
  for (const { table } of tables) {
    const from = await admin.sql`
      copy (select * from ${admin.sql(`intake.${table}`)} where xmin::text::bigint >= ${admin.sql.unsafe(String(since))})
      to stdout`.readable()
    const pieces: Uint8Array[] = []
    for await (const piece of from) pieces.push(piece)
    const rows = Buffer.concat(pieces)
    if (rows.length > 0) copied.push({ table, rows })
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
      for (const { table, rows } of copied) {
        const into = await tx`copy ${tx(`bench_copy.${table}`)} from stdin`.writable()
        await pipeline(Readable.from([rows]), into)
      }
    }),
  )
}
