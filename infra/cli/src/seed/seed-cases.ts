import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '@cdop/database'
import { londonDate, type Person } from '@cdop/domain'
import { systemClock } from '@cdop/runtime'
import type { Staff } from '../casework/staff-area.ts'
import { operatorClient } from '../stack/operator-client.ts'
import type { Stack } from '../stack/start-stack.ts'
import { demonstrationAreas } from './demonstration-areas.ts'
import { tellStory } from './demonstration-story.ts'
import type { CastMember } from './seed-demonstration.ts'
import { markTold, setClockOffset, storyRecord } from './story-record.ts'

const DAY = 86_400_000
/** Milliseconds until every service has looked at its clock again. */
const UNTIL_FOLLOWED = 1_300

/** Tells the stand-in for the national database what to do with the next call. */
async function tellStandIn(
  { keysDir, nationalUrl }: Pick<Stack, 'keysDir' | 'nationalUrl'>,
  behaviour: object,
): Promise<void> {
  const token = (await readFile(join(keysDir, 'national-database-token'), 'utf8')).trim()
  const answer = await fetch(`${nationalUrl}/behaviour`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify([behaviour]),
  })
  if (!answer.ok) throw new Error('the stand-in for the national database did not listen')
}

/** The people of the demonstration as the staff of each area. */
export function staffOf(cast: readonly CastMember[]): readonly Staff[] {
  return Object.values(demonstrationAreas).map((area) => {
    const here = cast.filter((member) => member.areaIds.includes(area.areaId))
    return {
      area,
      holding(role: Person['roles'][number]) {
        const found = here.find((member) => member.roles.includes(role))
        if (found === undefined) throw new Error(`nobody in ${area.code} is ${role}`)
        const { kind, personId, roles, areaIds, purpose } = found
        return { kind, personId, roles, areaIds, purpose }
      },
      panel: here.flatMap(({ agency, personId, roles }) =>
        agency === null ? [] : [{ personId, agency, roles }],
      ),
    }
  })
}

/**
 * Tells the demonstration's story once in a database: some thirty cases at every stage. An interrupted telling is
 * taken up again at the next start. The clock follows the real time again afterwards, whatever happens.
 */
export async function seedCases(
  stack: Pick<Stack, 'keysDir' | 'urls' | 'adminUrl' | 'nationalUrl'>,
  cast: readonly CastMember[],
  report: (line: string) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const database = connect(stack.adminUrl, { max: 1 })
  try {
    const record = await storyRecord(database, londonDate(systemClock().now()))
    if (record.told) return
    try {
      await tellStory({
        client: await operatorClient(stack),
        staff: staffOf(cast),
        today: record.beganOn,
        report,
        nationalRejects: (field, code) => tellStandIn(stack, { does: 'reject', field, code }),
        async moveClock(daysAgo) {
          signal?.throwIfAborted()
          await setClockOffset(database, -daysAgo * DAY)
          await new Promise((resolve) => setTimeout(resolve, UNTIL_FOLLOWED))
        },
      })
      await markTold(database)
      report(`Demonstration cases: told`)
    } finally {
      await setClockOffset(database, 0)
    }
  } finally {
    await database.close()
  }
}
