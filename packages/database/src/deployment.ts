import postgres from 'postgres'
import { z } from 'zod'
import type { Database } from './database.ts'
import { safely } from './database-error.ts'

/** What a database is for. Written at the first migration; never changes. */
export const DeploymentKind = z.enum(['demonstration', 'live'])
export type DeploymentKind = z.infer<typeof DeploymentKind>

/**
 * Marks an unmarked database and returns what it is marked. On a demonstration database there is a clock that can be
 * moved; on a live one that table does not exist.
 */
export async function markDeployment(adminUrl: string, wanted: DeploymentKind): Promise<DeploymentKind> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    return await safely(async () => {
      await admin.unsafe(`
        create schema if not exists deployment;
        create table if not exists deployment.kind (
          only_row boolean primary key default true check (only_row),
          kind text not null check (kind in ('demonstration', 'live'))
        );
        create or replace function deployment.refuse_change() returns trigger language plpgsql as
          $$ begin raise exception 'what a database is for never changes'; end $$;
        create or replace trigger never_changes before update or delete or truncate on deployment.kind
          for each statement execute function deployment.refuse_change();
        grant usage on schema deployment to public;
        grant select on deployment.kind to public;
      `)
      await admin`insert into deployment.kind (kind) values (${wanted}) on conflict do nothing`
      const [row] = await admin`select kind from deployment.kind`
      const kind = DeploymentKind.parse(row?.['kind'])
      if (kind === 'demonstration') {
        await admin.unsafe(`
          create schema if not exists demo;
          create table if not exists demo.clock_offset (
            only_row boolean primary key default true check (only_row),
            milliseconds bigint not null
          );
          insert into demo.clock_offset (milliseconds) values (0) on conflict do nothing;
          grant usage on schema demo to public;
          grant select on demo.clock_offset to public;
        `)
      }
      return kind
    })
  } finally {
    await admin.end({ timeout: 5 })
  }
}

/** What the database is marked. @throws Error in plain words when it was never migrated */
export async function deploymentKind(database: Database): Promise<DeploymentKind> {
  const rows = await safely(() => database.sql<{ kind: string }[]>`select kind from deployment.kind`)
  return DeploymentKind.parse(rows[0]?.kind)
}

/** Milliseconds to add to the machine's clock: what the demonstration was moved by, zero on a live database. */
export async function clockOffset(database: Database): Promise<number> {
  return safely(async () => {
    if ((await deploymentKind(database)) === 'live') return 0
    const [row] = await database.sql<{ milliseconds: number }[]>`select milliseconds from demo.clock_offset`
    return row?.milliseconds ?? 0
  })
}
