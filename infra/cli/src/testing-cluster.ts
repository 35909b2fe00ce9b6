import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@cdop/database'
import { startPostgres } from '@cdop/postgres'

/**
 * A cluster of one test file's own: what is tested here sets the passwords of roles, which all databases of a
 * cluster share, so on the common one it would lock the other tests out.
 */
export async function ownCluster(): Promise<{ newDatabase(): Promise<string>; stop(): Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), 'cdop-cli-cluster-'))
  const server = await startPostgres({ dataDir: join(place, 'postgres'), durability: 'tests-only-no-fsync' })
  const admin = connect(server.url, { max: 1 })
  return {
    async newDatabase() {
      const name = `t_${randomUUID().replaceAll('-', '')}`
      await admin.sql`create database ${admin.sql(name)}`
      return server.url.replace(/\/postgres$/, `/${name}`)
    },
    async stop() {
      await admin.close()
      await server.stop()
      await rm(place, { recursive: true, force: true })
    },
  }
}
