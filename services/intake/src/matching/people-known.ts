import type { Database } from '@cdop/database'
import type { AreaId, Instant } from '@cdop/domain'

type Counted = { readonly people: number; readonly at: number }

/** From how many on they are not counted again with every notification, and for how long not (milliseconds). */
const MANY = 2_000
const KEPT = 3_600_000

const counts = new WeakMap<Database, Map<AreaId, Counted>>()

/** How many people an area was known to have within the last hour; null when they should be counted. */
export function peopleKnown(database: Database, areaId: AreaId, now: Instant): number | null {
  const counted = counts.get(database)?.get(areaId)
  if (counted === undefined) return null
  return Math.abs(Date.parse(now) - counted.at) < KEPT ? counted.people : null
}

/** Remembers what was counted, where counting takes a while. A name's share of so many hardly changes in an hour. */
export function rememberPeople(database: Database, areaId: AreaId, people: number, now: Instant): void {
  if (people < MANY) return
  const known = counts.get(database) ?? new Map<AreaId, Counted>()
  known.set(areaId, { people, at: Date.parse(now) })
  counts.set(database, known)
}
