import type { Db } from '@cdop/database'
import type { AreaId, NotificationContent, NotificationId } from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { matchKeysOf, searchKeysOf } from '@cdop/matching'
import type { ServiceParts } from '@cdop/service'
import { keyedHash } from './keyed-hash.ts'
import { lookAgainLater } from './look-again.ts'
import { matchPersonOf } from './match-person-of.ts'
import { addKeyedPerson, forgetKeys, lockKeys, tryKeys } from './match-store.ts'
import { proposeAlike } from './propose-alike.ts'

type Checked = {
  areaId: AreaId
  notificationId: NotificationId
  /** The wrapped key of the notification. */
  wrapped: Uint8Array
  content: NotificationContent
  /** The notification was checked before and says something else now. */
  again?: true
}

/** Kinds of key two notifications of one child at the same moment nearly always share, and hardly anybody else does. */
const SERIALISED = /^(nhs-number|name-and-death)\|/

/**
 * Holds a notified child against everybody known in any area, and lets those who come later find it. Only candidates
 * that share a keyed hash are opened, here and by nobody else. What was decided before is not asked again.
 *
 * Two at the same moment see each other: by the keys that hardly anybody shares one waits for the other; where somebody
 * else is just adding a child with one of the other keys, a second look is taken once both are there.
 */
export async function checkForSameChild(tx: Db, parts: ServiceParts, checked: Checked): Promise<void> {
  const { keys } = parts
  const { areaId, notificationId, wrapped, content } = checked
  const person = matchPersonOf(content)
  const hashed = matchKeysOf(person).map((value) => ({
    waits: SERIALISED.test(value),
    hash: keyedHash(keys, value),
  }))
  const of = (waits: boolean) => hashed.filter((one) => one.waits === waits).map(({ hash }) => hash)
  const matchKeys = hashed.map(({ hash }) => hash)
  const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
  const keyed = {
    areaId,
    notificationId,
    person: cipher.sealJson('match_people', 'person', person),
    matchKeys,
    searchKeys: [...new Set(searchKeysOf(person).map((value) => keyedHash(keys, value)))],
  }
  // Sent one behind the other, each without waiting for the answer to the one before: the database keeps their order,
  // and stores the child while the candidates are opened.
  const [, taken] = await Promise.all([
    lockKeys(tx, of(true)),
    tryKeys(tx, of(false)),
    checked.again && forgetKeys(tx, areaId, notificationId),
    proposeAlike(tx, parts, { areaId, notificationId, person, matchKeys }),
    addKeyedPerson(tx, keyed),
  ])
  if (taken > 0) await lookAgainLater(tx, { areaId, notificationId })
}
