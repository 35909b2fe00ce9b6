import { PlainError } from '@cdop/postgres'
import type { Staff } from './casework/staff-area.ts'
import { asAdministrator, markOf } from './database/administrator.ts'
import { optionsIn } from './options.ts'
import {
  type Comparison,
  compareEngland,
  compareHerefordshireAndWorcestershire,
  releaseOf,
} from './replay/compare.ts'
import { progressBar } from './replay/progress-bar.ts'
import { replayEngland, replayHerefordshireAndWorcestershire } from './replay/run-replay.ts'
import { clientOfRunning, requireRunning } from './stack/client-of-running.ts'
import type { OperatorClient } from './stack/operator-client.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

/**
 * Invented children and the people who act for them never get into live records.
 * @throws {PlainError} unless the database is marked as a demonstration
 */
export async function refuseUnlessDemonstration(adminUrl: string | null): Promise<void> {
  if (adminUrl !== null && (await asAdministrator(adminUrl, markOf)) === 'demonstration') return
  throw new PlainError(
    'This database is not marked as a demonstration: invented children are replayed into demonstrations only.',
  )
}

/** Builds the release of a year, in which small counts are protected, and says what became of its tables. */
async function released(client: OperatorClient, staff: Staff, reportingYear: string): Promise<string> {
  const { release, withheld } = await releaseOf(client, staff, reportingYear)
  const published = release.tables.length - withheld.length
  return `${staff.area.name}, release of ${reportingYear}: ${published} tables published, ${withheld.length} withheld.`
}

/**
 * `cdop replay`: turns published figures into invented children, sends them through the running services' own
 * procedures and holds the exact tables to what was printed. Exit code 1 when one does not agree.
 */
export async function replay(
  args: readonly string[],
  { place, say }: Surroundings = ownSurroundings(),
): Promise<number> {
  const { only } = optionsIn(args, { only: { type: 'string' } })
  if (only !== undefined && only !== 'herefordshire' && only !== 'england') {
    throw new PlainError(
      'Say which figures to replay: --only herefordshire, --only england, or neither for both.',
    )
  }
  const { adminUrl } = await requireRunning(place)
  await refuseUnlessDemonstration(adminUrl)
  const client = await clientOfRunning(place)
  const ground = {
    client,
    progress: (what: string, total: number) => progressBar(what.padEnd(22), total, process.stdout),
  }
  const comparisons: Comparison[] = []
  if (only === undefined || only === 'herefordshire') {
    const staff = await replayHerefordshireAndWorcestershire(ground)
    comparisons.push(...(await compareHerefordshireAndWorcestershire(client, staff)))
    say(await released(client, staff, '2021-22'))
  }
  if (only === undefined || only === 'england') {
    const { staff, seconds } = await replayEngland(ground)
    comparisons.push(...(await compareEngland(client, staff)))
    say(await released(client, staff, '2023-24'))
    for (const [year, taken] of Object.entries(seconds)) {
      say(`England ${year}: notified and accepted in ${taken.toFixed(0)} s.`)
    }
  }
  say('')
  for (const { what, population, printed, counted, holds } of comparisons) {
    say(
      `${holds ? 'agrees ' : 'DIFFERS'}  ${what.padEnd(58)} printed ${printed}, counted ${counted} (${population})`,
    )
  }
  return comparisons.every(({ holds }) => holds) ? 0 : 1
}
