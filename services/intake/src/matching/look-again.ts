import type { Db } from '@cdop/database'
import { AreaId, NotificationId } from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import { MatchPerson } from '@cdop/matching'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { intakeItself } from '../joint-agency-response/intake-itself.ts'
import { findKeyedPerson, lockKeys } from './match-store.ts'
import { proposeAlike } from './propose-alike.ts'

/** The job that holds a notified child against everybody known once more. */
export const LOOK_AGAIN = 'look-again'

const Again = z.strictObject({ areaId: AreaId, notificationId: NotificationId })
type Again = z.infer<typeof Again>

/** Has a second look taken once this transaction commits: others who came at the same moment are to be seen then. */
export async function lookAgainLater(tx: Db, again: Again): Promise<void> {
  await addJob(tx, 'intake', LOOK_AGAIN, again, `${LOOK_AGAIN}:${again.notificationId}`)
}

/**
 * Takes the second look. Waits first, key by key and holding none meanwhile, for whoever was adding a child with that
 * key; so nobody waits for this. Pairs that were proposed already stay as they are.
 */
export async function lookAgain(parts: ServiceParts, payload: unknown): Promise<void> {
  const { areaId, notificationId } = Again.parse(payload)
  const actor = intakeItself(areaId)
  const within = <Result>(work: (tx: Db) => Promise<Result>) => parts.database.transaction(actor, work)
  const found = await within((tx) => findKeyedPerson(tx, areaId, notificationId))
  // Reported in error meanwhile: the child is matched no more.
  if (found === null) return
  for (const key of found.matchKeys) await within((tx) => lockKeys(tx, [key]))
  await within(async (tx) => {
    const now = await findKeyedPerson(tx, areaId, notificationId)
    if (now === null) return
    const cipher = subjectCipher(parts.keys, areaId, notificationId, now.wrapped)
    const person = MatchPerson.parse(cipher.openJson('match_people', 'person', now.person))
    await proposeAlike(tx, parts, { areaId, notificationId, person, matchKeys: now.matchKeys })
  })
}
