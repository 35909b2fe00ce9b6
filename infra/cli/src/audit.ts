import { type AuditVerdict, verifyAudit } from '@cdop/audit'
import { clockOffset, type Database } from '@cdop/database'
import { ServiceName, schemaOf } from '@cdop/domain'
import { PlainError } from '@cdop/postgres'
import { systemClock } from '@cdop/runtime'
import { markOf } from './database/administrator.ts'
import { withAdministrator } from './database/with-administrator.ts'
import { optionsIn } from './options.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

/**
 * `cdop audit verify [--json]`: recomputes every chain of every service. Exit code 1 when an entry was altered,
 * dropped, or not sealed within a minute.
 */
export async function audit(
  [what, ...args]: readonly string[],
  around: Surroundings = ownSurroundings(),
): Promise<number> {
  if (what !== 'verify')
    throw new PlainError('Say what to do with the audit: npm run cdop -- audit verify [--json].')
  const { json } = optionsIn(args, { json: { type: 'boolean' } })
  const verdicts = await withAdministrator(around.place, around.settings, verifyEverySchema)
  around.say(json === true ? JSON.stringify(verdicts, null, 2) : verdicts.map(inWords).join('\n'))
  return verdicts.some(({ faults }) => faults.length > 0) ? 1 : 0
}

async function verifyEverySchema(database: Database): Promise<readonly AuditVerdict[]> {
  if ((await markOf(database)) === null) {
    throw new PlainError('This database holds no audit yet: migrate it first.')
  }
  const offset = await clockOffset(database)
  const now = systemClock(() => offset).now()
  const verdicts: AuditVerdict[] = []
  for (const service of ServiceName.options.toReversed()) {
    const schema = schemaOf(service)
    const [found] = await database.sql<{ exists: boolean }[]>`
      select to_regclass(${`${schema}.audit_chain`}) is not null as exists`
    if (found?.exists !== true) continue
    // The role that is let through the walls between areas; an administrator need not be a superuser.
    await database.sql`set role ${database.sql(`${schema}_migrator`)}`
    verdicts.push(await verifyAudit(database.sql, schema, now))
    await database.sql`reset role`
  }
  return verdicts
}

function inWords({ schema, areas, entries, faults }: AuditVerdict): string {
  const whole = `${schema}: ${entries} entries in ${areas} areas`
  if (faults.length === 0) return `${whole}, all chains hold`
  return [
    `${whole}, ${faults.length} at fault`,
    ...faults.map(
      ({ kind, areaId, sequence, entryId }) =>
        `  ${kind}: area ${areaId}${sequence === null ? '' : `, number ${sequence}`}${entryId === null ? '' : `, entry ${entryId}`}`,
    ),
  ].join('\n')
}
