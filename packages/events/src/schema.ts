import { auditMigrations } from '@cdop/audit'
import { foundation, type Migration, readMigrations } from '@cdop/database'
import { eventMigrations } from './migrations.ts'

/** What every service schema begins with: walls between areas, audit, events. */
export const everySchema: readonly Migration[] = [...foundation, ...auditMigrations, ...eventMigrations]

/**
 * All migrations of a service in their order.
 * @param folder the service's `migrations/` folder
 */
export function serviceMigrations(folder: URL): readonly Migration[] {
  return [...everySchema, ...readMigrations(folder)]
}
