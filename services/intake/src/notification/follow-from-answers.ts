import type { Db } from '@cdop/database'
import type { Actor, AreaId, NotificationContent, NotificationId } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import type { ChildIndexes } from '../identity/child-identity.ts'
import { openResponse } from '../joint-agency-response/open-response.ts'
import { hasResponse } from '../joint-agency-response/response-store.ts'
import { checkForSameChild } from '../matching/check-for-same-child.ts'
import { matchToRegister } from '../registration/match-registered.ts'
import { proposeRelated } from '../related/propose-related.ts'

type Answered = {
  areaId: AreaId
  notificationId: NotificationId
  /** The wrapped key of the notification. */
  wrapped: Uint8Array
  content: NotificationContent
  indexes: ChildIndexes
  /** The answers were others before: what followed from them follows anew, and nothing is asked twice. */
  again: boolean
}

/**
 * All that follows from the answers of a notification, when it comes in and whenever it is amended: the registered
 * deaths, everybody who may be the same child, other deaths that may be related, and a page to whoever is on call.
 */
export async function followFromAnswers(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  { areaId, notificationId, wrapped, content, indexes, again }: Answered,
): Promise<void> {
  await matchToRegister(tx, parts, areaId, {
    notificationId,
    content,
    diedOn: content.death.dateOfDeath,
    nhsNumber: indexes.nhsNumber,
  })
  const checked = { areaId, notificationId, wrapped, content }
  await checkForSameChild(tx, parts, again ? { ...checked, again } : checked)
  await proposeRelated(tx, { actor, parts }, { ...checked, again })
  if (again && (await hasResponse(tx, areaId, notificationId))) return
  await openResponse(tx, { actor, parts }, { areaId, notificationId, content })
}
