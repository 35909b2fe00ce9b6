import type { Database } from '@cdop/database'
import { type ServiceName, schemaOf } from '@cdop/domain'
import { PlainError } from '@cdop/postgres'

/**
 * Each service's database remembers which keys it is encrypted with, and the service refuses others. Asked before
 * the migration too, which would otherwise already have given the roles the passwords that belong to the other keys.
 * @throws {PlainError} when the keys are not those the database was made with
 */
export async function refuseOtherKeys(
  database: Database,
  services: readonly ServiceName[],
  fingerprintOf: (service: ServiceName) => string,
): Promise<void> {
  for (const service of services) {
    const schema = schemaOf(service)
    const [found] = await database.sql<{ exists: boolean }[]>`
      select to_regclass(${`${schema}.key_fingerprints`}) is not null as exists`
    if (found?.exists !== true) continue
    const [remembered] = await database.sql<{ fingerprint: string }[]>`
      select fingerprint from ${database.sql(schema)}.key_fingerprints where key_name = 'root'`
    if (remembered === undefined || remembered.fingerprint === fingerprintOf(service)) continue
    throw new PlainError(
      'This database was encrypted with other keys: put back the ones it was made with, or start with a new database.',
    )
  }
}
