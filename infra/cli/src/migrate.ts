import { DeploymentKind } from '@cdop/database'
import { checkServer, PlainError } from '@cdop/postgres'
import { asAdministrator, markOf, refuseOtherMark } from './database/administrator.ts'
import { migrateServices } from './database/migrate-services.ts'
import { developmentKeys } from './keys/development-keys.ts'
import { optionsIn } from './options.ts'
import { type Place, placeIn } from './place.ts'
import { type InstalledService, services } from './services/services.ts'
import { passwordFor, type Settings } from './stack/settings.ts'

export interface MigrateSurroundings {
  readonly settings: Settings
  readonly place: Place
  readonly services: readonly InstalledService[]
  say(text: string): void
}

/**
 * `cdop migrate [--demonstration|--live]`: brings the database at DATABASE_URL to what this version needs. The first
 * time it must be said what the database is for; that never changes again.
 */
export async function migrate(
  args: readonly string[],
  around: MigrateSurroundings = {
    settings: process.env,
    place: placeIn(process.env['CDOP_VAR']),
    services,
    say: (text) => process.stdout.write(text),
  },
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
  const keys = kind === 'demonstration' ? await developmentKeys(around.place.keys) : undefined
  const applied = await migrateServices({
    adminUrl,
    kind,
    services: around.services,
    passwordOf: (name) => passwordFor(around.settings, name, keys?.of[name].databasePassword),
    report: (line) => around.say(`${line}\n`),
  })
  around.say(applied === 0 ? 'Nothing to do: the database is up to date.\n' : 'The database is up to date.\n')
  return 0
}

function kindAsked(args: readonly string[]): DeploymentKind | undefined {
  const values = optionsIn(args, { demonstration: { type: 'boolean' }, live: { type: 'boolean' } })
  const asked = DeploymentKind.options.filter((kind) => values[kind] === true)
  if (asked.length > 1)
    throw new PlainError('A database is a demonstration or live, not both: say one of them.')
  return asked[0]
}
