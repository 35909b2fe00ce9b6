import type { Migration } from '@cdop/database'
import { type TestDatabase, testDatabase } from '@cdop/database/testing'
import { type ServiceName, schemaOf } from '@cdop/domain'
import { migrateJobs } from './migrate-jobs.ts'

/** A fresh database with one service's schema and its job tables. Call `drop` in `afterAll`. */
export function givenServiceDatabase(
  service: ServiceName,
  migrations: readonly Migration[],
): Promise<TestDatabase> {
  return testDatabase(schemaOf(service), migrations, {
    prepare: (adminUrl, plan) => migrateJobs(adminUrl, plan.schema),
    revision: 'jobs-1',
  })
}
