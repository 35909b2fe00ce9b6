import { PlainError } from '@cdop/postgres'
import { areasMeant } from './database/areas-meant.ts'
import { withAdministrator } from './database/with-administrator.ts'
import { rebuildFacts } from './facts/rebuild-facts.ts'
import { optionsIn } from './options.ts'
import { clientOfRunning } from './stack/client-of-running.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

/**
 * `cdop facts rebuild [--area LDS]`: makes the facts of reporting anew from the event logs, of one area or of all, and
 * says whether they are what they were. Exit code 1 when they are not.
 */
export async function facts(
  [what, ...args]: readonly string[],
  around: Surroundings = ownSurroundings(),
): Promise<number> {
  if (what !== 'rebuild') {
    throw new PlainError('Say what to do with the facts: npm run cdop -- facts rebuild [--area LDS].')
  }
  const { area: code } = optionsIn(args, { area: { type: 'string' } })
  const client = await clientOfRunning(around.place)
  const areas = await withAdministrator(around.place, around.settings, (database) =>
    areasMeant(database, code),
  )
  let allSame = true
  for (const area of areas) {
    const { before, after, same } = await rebuildFacts(client, area.areaId)
    allSame &&= same
    const counted = `deaths ${after.deaths}, reviews ${after.reviews}`
    around.say(
      same
        ? `${area.code}: rebuilt, the same as before (${counted}, ${after.hash})`
        : `${area.code}: rebuilt, but not the same: ${counted}; before ${before.deaths} and ${before.reviews}. If people are at work, run it again; otherwise docs/runbook.md says what to look at.`,
    )
  }
  return allSame ? 0 : 1
}
