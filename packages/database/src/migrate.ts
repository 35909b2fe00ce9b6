import { setTimeout } from 'node:timers/promises'
import postgres from 'postgres'
import { safely } from './database-error.ts'
import { checksum, type Migration } from './migration.ts'
import { scramVerifier } from './scram-verifier.ts'

/** Held while roles are made or a schema is migrated, so that two starts at once do not collide. */
const MIGRATION_LOCK = 7_301_992

export type SchemaPlan = {
  schema: string
  migrations: readonly Migration[]
  /** The password the service signs in with. */
  appPassword: string
}

/** An SQL string literal: what belongs to a role cannot be sent as a parameter. */
function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** What a server answers when two sessions touch the same role at once. */
const COLLIDED = new Set(['XX000', '23505', '42710'])

/** Roles belong to the whole server, where no lock of one database holds off another's migration: try again. */
async function despiteOthers(work: () => Promise<void>): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      return await work()
    } catch (thrown) {
      const collided = thrown instanceof postgres.PostgresError && COLLIDED.has(thrown.code)
      if (!collided || left === 0) throw thrown
      await setTimeout(25)
    }
  }
}

async function makeRoles(admin: postgres.Sql, plan: SchemaPlan): Promise<void> {
  const { schema } = plan
  for (const role of [`${schema}_migrator`, `${schema}_app`, `${schema}_door`]) {
    const [known] = await admin`select 1 from pg_roles where rolname = ${role}`
    if (known === undefined) await admin.unsafe(`create role ${role} nologin`)
  }
  await admin.unsafe(
    `alter role ${schema}_app login noinherit nobypassrls nocreatedb nocreaterole password ${literal(scramVerifier(plan.appPassword))}`,
  )
  // Nobody signs in as a door: it owns the functions that look across areas, and the migrator makes them.
  await admin.unsafe(`grant ${schema}_door to ${schema}_migrator`)
  const [self] = await admin<{ isSuper: boolean }[]>`
    select rolsuper as "isSuper" from pg_roles where rolname = current_user`
  if (self?.isSuper !== true) await admin.unsafe(`grant ${schema}_migrator to current_user`)
}

async function makeSchema(admin: postgres.Sql, schema: string): Promise<void> {
  await admin.unsafe('revoke all on schema public from public')
  await admin.unsafe(`create schema if not exists ${schema} authorization ${schema}_migrator`)
  await admin.unsafe(`grant usage on schema ${schema} to ${schema}_app`)
  const [here] = await admin<{ name: string }[]>`select current_database() as name`
  await admin.unsafe(`revoke all on database "${here?.name}" from public`)
  await admin.unsafe(`grant connect on database "${here?.name}" to ${schema}_app`)
}

async function applyMissing(admin: postgres.Sql, plan: SchemaPlan): Promise<readonly string[]> {
  const { schema } = plan
  await admin.unsafe(`set role ${schema}_migrator`)
  await admin.unsafe(
    `create table if not exists ${schema}.migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  await admin.unsafe(`comment on table ${schema}.migrations is 'class: system'`)
  const applied = new Map(
    (
      await admin.unsafe<{ name: string; checksum: string }[]>(
        `select name, checksum from ${schema}.migrations`,
      )
    ).map((row) => [row.name, row.checksum]),
  )
  const done: string[] = []
  for (const migration of plan.migrations) {
    const before = applied.get(migration.name)
    if (before !== undefined) {
      if (before !== checksum(migration)) {
        throw new Error(
          `Migration ${migration.name} of ${schema} was changed after it was applied. Put it back and add a new one.`,
        )
      }
      continue
    }
    await admin.begin(async (tx) => {
      await tx.unsafe(migration.sql.replaceAll('{schema}', schema)).simple()
      await tx.unsafe(`insert into ${schema}.migrations (name, checksum) values ($1, $2)`, [
        migration.name,
        checksum(migration),
      ])
    })
    done.push(migration.name)
  }
  await admin.unsafe('reset role')
  return done
}

/**
 * Makes the three roles and the schema of a service, then applies what is missing, each file in its own transaction.
 * Safe to run again and at the same time as another. Returns the names applied.
 * @param adminUrl the only connection that may make roles
 * @throws Error when an applied migration was changed
 */
export async function migrate(adminUrl: string, plan: SchemaPlan): Promise<readonly string[]> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {}, connection: { lock_timeout: 60_000 } })
  try {
    return await safely(async () => {
      await admin`select pg_advisory_lock(${MIGRATION_LOCK})`
      await despiteOthers(() => makeRoles(admin, plan))
      await makeSchema(admin, plan.schema)
      return applyMissing(admin, plan)
    })
  } finally {
    await admin.end({ timeout: 5 })
  }
}
