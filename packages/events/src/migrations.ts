import { type Migration, readMigrations } from '@cdop/database'

/** The event log, delivery cursors and inbox every service schema has. */
export const eventMigrations: readonly Migration[] = readMigrations(
  new URL('../sql/', import.meta.url),
  'events/',
)
