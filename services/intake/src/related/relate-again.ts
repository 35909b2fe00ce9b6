import type { Db } from '@cdop/database'
import { AreaId, NotificationId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { intakeItself } from '../joint-agency-response/intake-itself.ts'
import { lockKeys } from '../matching/match-store.ts'
import { openRelatedRecord, proposeAndTell, relatedHashes, relationsInArea } from './propose-among.ts'
import { findRelatedRecord } from './related-record-store.ts'

/** The job that holds a notified child against other children who died once more. */
export const RELATE_AGAIN = 'relate-again'

const Again = z.strictObject({ areaId: AreaId, notificationId: NotificationId })
type Again = z.infer<typeof Again>

/** Has a second look taken once this transaction commits: others who came at the same moment are to be seen then. */
export async function relateAgainLater(tx: Db, again: Again): Promise<void> {
  await addJob(tx, 'intake', RELATE_AGAIN, again, `${RELATE_AGAIN}:${again.notificationId}`)
}

/**
 * Takes the second look. Waits first, key by key and holding none meanwhile, for whoever was adding a child with that
 * key; so nobody waits for this. What was proposed or decided already stays as it is.
 */
export async function relateAgain(parts: ServiceParts, payload: unknown): Promise<void> {
  const { areaId, notificationId } = Again.parse(payload)
  const actor = intakeItself(areaId)
  const within = <Result>(work: (tx: Db) => Promise<Result>) => parts.database.transaction(actor, work)
  const read = (tx: Db) => findRelatedRecord(tx, areaId, notificationId)
  const found = await within(read)
  // Reported in error meanwhile: the child is compared no more.
  if (found === null) return
  const { sought } = relatedHashes(parts.keys, openRelatedRecord(parts.keys, areaId, found).record)
  for (const key of sought) await within((tx) => lockKeys(tx, [key]))
  await within(async (tx) => {
    const now = await read(tx)
    if (now === null) return
    const proposed = await relationsInArea(tx, parts, areaId, openRelatedRecord(parts.keys, areaId, now))
    await proposeAndTell(tx, { actor, parts }, areaId, proposed)
  })
}
