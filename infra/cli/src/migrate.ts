import { DeploymentKind } from '@cdop/database'
import { checkServer, PlainError } from '@cdop/postgres'
import { asAdministrator, markOf, refuseOtherMark } from './database/administrator.ts'
import { migrateServices } from './database/migrate-services.ts'
import { developmentKeys } from './keys/development-keys.ts'
import { optionsIn } from './options.ts'
import { type InstalledService, services } from './services/services.ts'
import { passwordFor } from './stack/settings.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

/**
 * `cdop migrate [--demonstration|--live]`: brings the database at DATABASE_URL to what this version needs. The first
 * time it must be said what the database is for; that never changes again.
 */
export async function migrate(
  args: readonly string[],
  around: Surroundings = ownSurroundings(),
  installed: readonly InstalledService[] = services,
): Promise<number> {
  const asked = kindAsked(args)
  const adminUrl = around.settings['DATABASE_URL']
  if (adminUrl === undefined || adminUrl === '') {
    throw new PlainError(
      'DATABASE_URL is not set: set it to the address of the administrator, for example postgres://postgres:password@host:5432/cdop.',
    )
  }
  await checkServer(adminUrl)
  const mark = await asAdministrator(adminUrl, markOf)
  const kind = asked ?? mark
  if (kind === null) {
    throw new PlainError(
      'Say what this new database is for, which never changes again: add --demonstration (invented children) or --live.',
    )
  }
  refuseOtherMark(mark, kind)
  const keys = kind === 'demonstration' ? await developmentKeys(around.place.keys) : null
  const applied = await migrateServices({
    adminUrl,
    kind,
    services: installed,
    passwordOf: (name) => passwordFor(around.settings, name, keys?.of[name].databasePassword),
    fingerprintOf: keys && ((name) => keys.of[name].fingerprint),
    report: (line) => around.say(line),
  })
  around.say(applied === 0 ? 'Nothing to do: the database is up to date.' : 'The database is up to date.')
  return 0
}

function kindAsked(args: readonly string[]): DeploymentKind | undefined {
  const values = optionsIn(args, { demonstration: { type: 'boolean' }, live: { type: 'boolean' } })
  const asked = DeploymentKind.options.filter((kind) => values[kind] === true)
  if (asked.length > 1)
    throw new PlainError('A database is a demonstration or live, not both: say one of them.')
  return asked[0]
}
