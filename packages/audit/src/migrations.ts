import { readMigrations } from '@cdop/database'

/** The audit tables every service schema has. */
export const auditMigrations = readMigrations(new URL('../sql/', import.meta.url), 'audit/')
