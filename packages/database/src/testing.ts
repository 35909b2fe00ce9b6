import { createHash, randomBytes } from 'node:crypto'
import { type Actor, AreaId, PersonId, RequestId, type Role } from '@cdop/domain'
import postgres from 'postgres'
import { connect, type Database, type Db } from './database.ts'
import { markDeployment } from './deployment.ts'
import { migrate, type SchemaPlan } from './migrate.ts'
import { checksum, type Migration } from './migration.ts'

export { plansOf } from './testing-plans.ts'
export { wallFaults } from './wall-faults.ts'

/** A database of one test file's own, cloned from a template in some 25 ms. */
export type TestDatabase = {
  /** As the service signs in. */
  database: Database
  /** As the superuser: for looking, never for acting. */
  look: Db
  adminUrl: string
  appUrl: string
  drop(): Promise<void>
}

const PASSWORD = 'test-only'

function adminUrl(): string {
  const url = process.env['CDOP_TEST_ADMIN_URL']
  if (url === undefined)
    throw new Error('CDOP_TEST_ADMIN_URL is not set: run the service tests through vitest')
  return url
}

function on(url: string, database: string, role?: { user: string; password: string }): string {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  if (role !== undefined) {
    parsed.username = role.user
    parsed.password = role.password
  }
  return parsed.href
}

/** Extra steps that belong in the template, for example the job tables of the event room. */
export type Prepare = (adminUrl: string, plan: SchemaPlan) => Promise<void>

async function makeTemplate(plan: SchemaPlan, prepare: Prepare, revision: string): Promise<string> {
  const fingerprint = createHash('sha256')
    .update(plan.migrations.map(checksum).join())
    .update(revision)
    .digest('hex')
  const name = `template_${plan.schema}_${fingerprint.slice(0, 12)}`
  const admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
  try {
    await admin`select pg_advisory_lock(hashtext('cdop-test-template'))`
    const [known] = await admin`select 1 from pg_database where datname = ${name} and datistemplate`
    if (known === undefined) {
      await admin.unsafe(`drop database if exists ${name}`)
      await admin.unsafe(`create database ${name}`)
      await markDeployment(on(adminUrl(), name), 'demonstration')
      await migrate(on(adminUrl(), name), plan)
      await prepare(on(adminUrl(), name), plan)
      await admin.unsafe(`alter database ${name} is_template true`)
    }
    return name
  } finally {
    await admin.end()
  }
}

/** A fresh database with one service's schema migrated. Call `drop` in `afterAll`. */
export async function testDatabase(
  schema: string,
  migrations: readonly Migration[],
  options: { prepare?: Prepare; revision?: string; max?: number } = {},
): Promise<TestDatabase> {
  const plan = { schema, migrations, appPassword: PASSWORD }
  const template = await makeTemplate(plan, options.prepare ?? (async () => {}), options.revision ?? '')
  const name = `t_${randomBytes(8).toString('hex')}`
  const admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template ${template}`)
  await admin.unsafe(`grant connect on database ${name} to ${schema}_app`)
  const appUrl = on(adminUrl(), name, { user: `${schema}_app`, password: PASSWORD })
  const database = connect(appUrl, { max: options.max ?? 5 })
  const looking = connect(on(adminUrl(), name), { max: 2 })
  return {
    database,
    look: looking.sql,
    adminUrl: on(adminUrl(), name),
    appUrl,
    async drop() {
      await database.close()
      await looking.close()
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

/** A person with roles in one area, for tests. */
export function givenPerson(
  roles: readonly Role[],
  areaId: AreaId = AreaId.parse(crypto.randomUUID()),
): Extract<Actor, { kind: 'person' }> {
  return {
    kind: 'person',
    personId: PersonId.parse(crypto.randomUUID()),
    roles: [...roles],
    areaIds: [areaId],
    purpose: 'child-death-review',
    requestId: RequestId.parse(crypto.randomUUID()),
  }
}
