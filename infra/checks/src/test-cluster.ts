import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@cdop/postgres'

/**
 * One Postgres for all service tests of a run, in a directory that is thrown away with it. Tests find the
 * superuser's address in `CDOP_TEST_ADMIN_URL`; a cluster named there already is used instead and left running.
 */
export default async function testCluster(): Promise<() => Promise<void>> {
  if (process.env['CDOP_TEST_ADMIN_URL']) return async () => undefined

  const place = await mkdtemp(join(tmpdir(), 'cdop-test-cluster-'))
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
