import type { Db } from '@cdop/database'
import type { AreaId, NotificationContent, NotificationId, PlainDate } from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { MatchPerson, matchKeysOf } from '@cdop/matching'
import type { ServiceParts } from '@cdop/service'
import { keyedHash } from '../matching/keyed-hash.ts'
import { matchPersonOf } from '../matching/match-person-of.ts'
import { likeness, matchPersonRegistered } from './likeness.ts'
import { notifiedAlike, waitingAlike } from './registered-death-candidates.ts'
import { lockDeaths, type OpenRegisteredDeath, type Placement, place } from './registered-death-store.ts'

type Notified = { notificationId: NotificationId; person: MatchPerson }

/** Where a registered death belongs among some notifications: for certain when exactly one is the same child's. */
function placementAmong(death: OpenRegisteredDeath, notified: readonly Notified[]): Placement | null {
  const judged = notified
    .filter(({ notificationId }) => !death.otherChildren.includes(notificationId))
    .map(({ notificationId, person }) => ({ notificationId, ...likeness(death.death, person) }))
    .toSorted((one, other) => other.probability - one.probability)
  const [same, another] = judged.filter(({ is }) => is === 'same')
  if (same !== undefined) return { state: another === undefined ? 'matched' : 'proposed', ...same }
  const maybe = judged.find(({ is }) => is === 'maybe')
  if (maybe === undefined || death.state === 'proposed') return null
  return { state: 'proposed', ...maybe }
}

/** Who the child of a candidate is; nothing, and a line in the log, when the record does not open. */
function opened(
  { keys, log }: ServiceParts,
  areaId: AreaId,
  { notificationId, person, wrapped }: Awaited<ReturnType<typeof notifiedAlike>>[number],
): Notified[] {
  try {
    const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
    return [{ notificationId, person: MatchPerson.parse(cipher.openJson('match_people', 'person', person)) }]
  } catch (thrown) {
    log.failure('the record of a child did not open, and was not held against the register', thrown)
    return []
  }
}

/** Holds registered deaths that have just come in against the area's notifications. */
export async function matchRegistered(
  tx: Db,
  parts: ServiceParts,
  areaId: AreaId,
  ids: readonly string[],
): Promise<{ matched: number; proposed: number }> {
  const found = { matched: 0, proposed: 0 }
  for (const registered of await lockDeaths(tx, parts.keys, areaId, ids)) {
    const hashes = matchHashes(parts, matchPersonRegistered(registered.death))
    const candidates = await notifiedAlike(tx, areaId, hashes)
    const placement = placementAmong(
      registered,
      candidates.flatMap((candidate) => opened(parts, areaId, candidate)),
    )
    if (placement === null) continue
    await place(tx, areaId, registered.id, placement, null)
    if (placement.state === 'matched') found.matched++
    else found.proposed++
  }
  return found
}

/** The keyed hashes a child is found by, in a register as among the notifications. */
export function matchHashes({ keys }: Pick<ServiceParts, 'keys'>, person: MatchPerson): string[] {
  return matchKeysOf(person).map((value) => keyedHash(keys, value))
}

/** Holds a notification that has just come in against the registered deaths nobody notified yet. */
export async function matchToRegister(
  tx: Db,
  parts: ServiceParts,
  areaId: AreaId,
  notified: {
    notificationId: NotificationId
    content: NotificationContent
    diedOn: PlainDate
    nhsNumber: Buffer | null
  },
): Promise<void> {
  const { notificationId, content, diedOn, nhsNumber } = notified
  const person = matchPersonOf(content)
  const sought = { hashes: matchHashes(parts, person), diedOn, nhsNumber }
  for (const registered of await waitingAlike(tx, parts, areaId, sought)) {
    const placement = placementAmong(registered, [{ notificationId, person }])
    if (placement !== null) await place(tx, areaId, registered.id, placement, null)
  }
}
