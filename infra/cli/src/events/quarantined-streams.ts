import type { Database } from '@cdop/database'
import { AreaId, Instant, ServiceName, schemaOf } from '@cdop/domain'
import { PlainError } from '@cdop/postgres'
import { z } from 'zod'
import { markOf } from '../database/administrator.ts'

/** What one service tells another about one subject, set aside after failing too often. Only this stream waits. */
const QuarantinedStream = z.strictObject({
  from: ServiceName,
  to: ServiceName,
  areaId: AreaId,
  subject: z.uuid(),
  since: Instant,
  /** The kind of the last failure: a refusal's code or an error's name, never its words. */
  reason: z.string(),
})
type QuarantinedStream = z.infer<typeof QuarantinedStream>

/** Every stream set aside, of every service, the oldest first. @throws {PlainError} when nothing was migrated yet */
export async function quarantinedStreams(database: Database): Promise<readonly QuarantinedStream[]> {
  if ((await markOf(database)) === null) {
    throw new PlainError('This database holds no events yet: migrate it first.')
  }
  const streams: QuarantinedStream[] = []
  for (const service of ServiceName.options) {
    const schema = schemaOf(service)
    const [found] = await database.sql<{ exists: boolean }[]>`
      select to_regclass(${`${schema}.deliveries`}) is not null as exists`
    if (found?.exists !== true) continue
    // The role that is let through the walls between areas; an administrator need not be a superuser.
    await database.sql`set role ${database.sql(`${schema}_migrator`)}`
    const rows = await database.sql`
      select ${service} as from, subscriber as to, area_id, subject, quarantined_at as since, reason
      from ${database.sql(schema)}.deliveries where quarantined_at is not null`
    await database.sql`reset role`
    streams.push(...rows.map((row) => QuarantinedStream.parse(row)))
  }
  return streams.toSorted((one, other) => one.since.localeCompare(other.since))
}
