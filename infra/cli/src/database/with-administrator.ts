import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '@cdop/database'
import { checkServer, PlainError, startPostgres } from '@cdop/postgres'
import type { Place } from '../place.ts'
import { runningHere } from '../stack/running-record.ts'
import type { Settings } from '../stack/settings.ts'
import { asAdministrator } from './administrator.ts'

/**
 * Runs work as the administrator of the database that is meant: the one at DATABASE_URL, else the embedded one,
 * whether it is running or must be started for the moment.
 * @throws {PlainError} when there is none or it cannot be used
 */
export async function withAdministrator<Result>(
  place: Place,
  settings: Settings,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const running = await runningHere(place)
  const url = settings['DATABASE_URL'] || running?.adminUrl
  if (url) {
    await checkServer(url)
    return asAdministrator(url, work)
  }
  if (running !== null) {
    throw new PlainError(
      'What runs here is live and keeps no administrator’s address: set DATABASE_URL for this command.',
    )
  }
  if (!existsSync(join(place.postgres, 'PG_VERSION'))) {
    throw new PlainError('There is no database here yet: make one with npm start, or set DATABASE_URL.')
  }
  const server = await startPostgres({ dataDir: place.postgres, durability: 'full' })
  try {
    return await asAdministrator(server.url, work)
  } finally {
    await server.stop()
  }
}
