import type { Instant, PersonId } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import type { PersonVisit } from '../../page/visit.ts'

type Kept = { version: number; changedBy: PersonId | null; changedAt: Instant | null }

/** What the area has set, newest first, and who made a version and when, in words. */
export async function shownSettings(visit: PersonVisit) {
  const { own, areaId } = visit
  const [settings, people] = await Promise.all([own.area.settings({ areaId }), visit.people()])
  const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
  return {
    ...settings,
    madeBy({ version, changedBy, changedAt }: Kept): string {
      if (version === 0 || changedAt === null) return 'Default'
      const who = changedBy === null ? 'the operator' : (names.get(changedBy) ?? 'a colleague who has left')
      return `Changed by ${who} on ${writtenTime(new Date(changedAt))}`
    },
  }
}
export type ShownSettings = Awaited<ReturnType<typeof shownSettings>>

/** The version a query asks to begin from, when the area has it: how an earlier one is put back. */
export function versionAsked<Version extends { version: number }>(
  versions: readonly Version[],
  asked: string,
): { newest: Version; begin: Version } {
  const [newest] = versions
  if (newest === undefined) throw new Error('the default is always there')
  return { newest, begin: versions.find(({ version }) => String(version) === asked) ?? newest }
}
