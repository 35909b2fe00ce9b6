import type { DeploymentKind } from '@cdop/database'
import { checkServer, PlainError, startPostgres } from '@cdop/postgres'
import { asAdministrator, isEmpty, markOf, refuseOtherMark } from '../database/administrator.ts'
import type { Place } from '../place.ts'
import { keepRunning, type Watch } from './keep-running.ts'

/** A server to work on, and what its database is or is about to be marked. */
export interface OpenDatabase {
  readonly adminUrl: string
  readonly kind: DeploymentKind
  stop(): Promise<void>
}

/**
 * The server at `url`, or the embedded one. Ours is always a demonstration; another's database is what it is marked,
 * and an empty one becomes a demonstration. What somebody else keeps records in is never marked by a mere start.
 * @throws {PlainError} in one sentence when it cannot be used
 */
export async function openDatabase(
  url: string | undefined,
  place: Place,
  watch: Watch,
  signal: AbortSignal,
): Promise<OpenDatabase> {
  if (url === undefined || url === '') return embedded(place, watch, signal)
  const { durable } = await checkServer(url)
  if (!durable) {
    throw new PlainError(
      'The database server has fsync or full_page_writes switched off and could lose saved records: switch them on.',
    )
  }
  return { adminUrl: url, kind: await kindAt(url), stop: async () => undefined }
}

async function kindAt(url: string): Promise<DeploymentKind> {
  const { mark, empty } = await asAdministrator(url, async (database) => ({
    mark: await markOf(database),
    empty: await isEmpty(database),
  }))
  if (mark !== null) return mark
  if (empty) return 'demonstration'
  throw new PlainError(
    'The database at DATABASE_URL holds tables and is not marked: name an empty one, or mark this one with "npm run cdop -- migrate --demonstration" or "--live".',
  )
}

async function embedded(place: Place, watch: Watch, signal: AbortSignal): Promise<OpenDatabase> {
  let address: { url: string; port: number } | undefined
  const server = await keepRunning(
    {
      name: 'The database',
      async start() {
        // After a crash on the same port: the programs know no other.
        const port = address === undefined ? {} : { port: address.port }
        const running = await startPostgres({ dataDir: place.postgres, durability: 'full', ...port })
        address = running
        return running
      },
    },
    watch,
    signal,
  )
  try {
    if (address === undefined) throw new Error('the database started without an address')
    refuseOtherMark(await asAdministrator(address.url, markOf), 'demonstration')
    return { adminUrl: address.url, kind: 'demonstration', stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}
