import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlainError, startPostgres, stopAbandoned } from '@cdop/postgres'

const PREFIX = 'cdop-test-cluster-'
const SETTLED_MS = 10 * 60_000

/**
 * One Postgres for all service tests of a run, in a directory that is thrown away with it. Tests find the
 * superuser's address in `CDOP_TEST_ADMIN_URL`; a cluster named there already is used instead and left running.
 */
export default async function testCluster(): Promise<() => Promise<void>> {
  if (process.env['CDOP_TEST_ADMIN_URL']) return async () => undefined

  await discardAbandoned()
  const place = await mkdtemp(join(tmpdir(), PREFIX))
  const discard = () => rm(place, { recursive: true, force: true })
  const server = await startPostgres({
    dataDir: join(place, 'data'),
    durability: 'tests-only-no-fsync',
  }).catch(async (error: unknown) => {
    await discard()
    throw error
  })
  process.env['CDOP_TEST_ADMIN_URL'] = server.url
  return async () => {
    delete process.env['CDOP_TEST_ADMIN_URL']
    await server.stop()
    await discard()
  }
}

/** Clusters of runs that were killed would otherwise run until the machine restarts. */
async function discardAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const place = join(tmpdir(), name)
    try {
      // A young one may be another run's that has not yet claimed it.
      if (Date.now() - (await stat(place)).mtimeMs < SETTLED_MS) continue
      await stopAbandoned(join(place, 'data'))
      await rm(place, { recursive: true, force: true })
    } catch (error) {
      // In use by another run, or of another user.
      if (!(error instanceof PlainError) && !(error instanceof Error && 'code' in error)) throw error
    }
  }
}
