import type { Database } from '@cdop/database'
import { PlainError } from '@cdop/postgres'
import { Temporal } from 'temporal-polyfill'
import { markOf } from './database/administrator.ts'
import { withAdministrator } from './database/with-administrator.ts'
import { optionsIn } from './options.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

const USAGE = 'npm run cdop -- demo time --at 2026-05-01T09:00, or --reset'

/**
 * `cdop demo time --at <London time> | --reset`: moves a demonstration in time. Every service follows within a second.
 * @throws {PlainError} on a live database, where there is no such clock
 */
export async function demo(
  [what, ...args]: readonly string[],
  around: Surroundings = ownSurroundings(),
): Promise<number> {
  if (what !== 'time') throw new PlainError(`Say what to do with the demonstration: ${USAGE}.`)
  const { at, reset } = optionsIn(args, { at: { type: 'string' }, reset: { type: 'boolean' } })
  if ((at === undefined) === (reset === undefined)) throw new PlainError(`Say one of two: ${USAGE}.`)
  const offset = at === undefined ? 0 : inLondon(at) - Date.now()
  await withAdministrator(around.place, around.settings, (database) => move(database, offset))
  around.say(
    at === undefined
      ? 'The demonstration follows the real time again.'
      : `In the demonstration it is now ${at.replace('T', ' ')} in London, and time goes on from there.`,
  )
  return 0
}

async function move(database: Database, offset: number): Promise<void> {
  const mark = await markOf(database)
  if (mark !== 'demonstration') {
    throw new PlainError(
      mark === 'live'
        ? 'This database is live: its time is the real time and cannot be moved.'
        : 'This database is not marked as a demonstration: its time cannot be moved.',
    )
  }
  await database.sql`update demo.clock_offset set milliseconds = ${offset}`
}

/** Milliseconds since 1970 of a civil time in London; a time that does not exist there counts as the next that does. */
function inLondon(at: string): number {
  try {
    return Temporal.PlainDateTime.from(at, { overflow: 'reject' }).toZonedDateTime('Europe/London')
      .epochMilliseconds
  } catch {
    throw new PlainError(`"${at}" is not a date and time: write it as 2026-05-01T09:00.`)
  }
}
