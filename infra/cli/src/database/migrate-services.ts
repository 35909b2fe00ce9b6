import { type DeploymentKind, markDeployment, migrate } from '@cdop/database'
import { type ServiceName, schemaOf } from '@cdop/domain'
import { migrateJobs } from '@cdop/events'
import { checkServer } from '@cdop/postgres'
import type { InstalledService } from '../services/services.ts'
import { asAdministrator, markOf, refuseOtherMark } from './administrator.ts'
import { refuseOtherKeys } from './refuse-other-keys.ts'

export interface MigrationPlan {
  /** The administrator's address: the only one that may make roles. */
  readonly adminUrl: string
  readonly kind: DeploymentKind
  readonly services: readonly InstalledService[]
  passwordOf(service: ServiceName): string
  /** Names the key a service will come with; null when only the operator knows it. */
  readonly fingerprintOf: ((service: ServiceName) => string) | null
  report?(line: string): void
}

/**
 * Marks the database for what it is, then gives each service its roles, schema and job tables and applies what is
 * missing. Done twice it changes nothing. Returns how many migrations were applied.
 * @throws {PlainError} for a server that is unreachable or too old, or a database marked for something else
 *   or made with other keys
 */
export async function migrateServices(plan: MigrationPlan): Promise<number> {
  await checkServer(plan.adminUrl)
  await asAdministrator(plan.adminUrl, async (database) => {
    refuseOtherMark(await markOf(database), plan.kind)
    if (plan.fingerprintOf === null) return
    await refuseOtherKeys(
      database,
      plan.services.map(({ name }) => name),
      plan.fingerprintOf,
    )
  })
  // Again after marking: of two first starts at once, the database heeds one.
  refuseOtherMark(await markDeployment(plan.adminUrl, plan.kind), plan.kind)
  let applied = 0
  for (const service of plan.services) {
    const schema = schemaOf(service.name)
    const migrations = await service.migrations()
    const names = await migrate(plan.adminUrl, {
      schema,
      migrations,
      appPassword: plan.passwordOf(service.name),
    })
    await migrateJobs(plan.adminUrl, schema)
    if (names.length > 0) plan.report?.(`${service.name}: ${counted(names.length, 'migration')} applied`)
    applied += names.length
  }
  return applied
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
