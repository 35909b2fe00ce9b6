import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import type { AreaId, NotificationContent, NotificationId } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import {
  type ChildLikeness,
  comparePrepared,
  MatchPerson,
  matchKeysOf,
  nameSearchKey,
  type PreparedPerson,
  prepared,
  searchKeysOf,
} from '@cdop/matching'
import type { ServiceParts } from '@cdop/service'
import { askOtherArea } from './ask-other-area.ts'
import { keyedHash } from './keyed-hash.ts'
import { matchPersonOf } from './match-person-of.ts'
import {
  addKeyedPerson,
  type Candidate,
  candidatesFor,
  forgetKeys,
  lockKeys,
  proposeReviews,
} from './match-store.ts'

type Checked = {
  areaId: AreaId
  notificationId: NotificationId
  /** The wrapped key of the notification. */
  wrapped: Uint8Array
  content: NotificationContent
  /** The notification was checked before and says something else now. */
  again?: true
}

/** Children there are to be mistaken for: some ten years of England's child deaths. */
const CHILDREN = 35_000
/** Another area is asked only about a child who is likelier than not the same. */
const WORTH_ASKING = 0.5

/** Kinds of key two notifications of one child at the same moment nearly always share, and hardly anybody else does. */
const SERIALISED = /^(nhs-number|name-and-death)\|/

/**
 * Holds a notified child against everybody known in any area and proposes pairs that may be one child: in this area as
 * a review; of another area, for both coordinators, as a question that says no more than that there is one. Only
 * candidates that share a keyed hash are opened, here and by nobody else. What was decided before is not asked again.
 */
export async function checkForSameChild(tx: Db, parts: ServiceParts, checked: Checked): Promise<void> {
  const { keys, clock } = parts
  const { areaId, notificationId, wrapped, content } = checked
  const person = matchPersonOf(content)
  const values = matchKeysOf(person)
  const matchKeys = values.map((value) => keyedHash(keys, value))
  await lockKeys(
    tx,
    matchKeys.filter((_, at) => SERIALISED.test(values[at] ?? '')),
  )
  if (checked.again) await forgetKeys(tx, areaId, notificationId)
  const child = prepared(person)
  const [family, given] = [child.family.words[0], child.given?.words[0]].map((word) =>
    word === undefined ? null : keyedHash(keys, nameSearchKey(word)),
  )
  const candidates = await candidatesFor(tx, areaId, {
    matchKeys,
    family: family ?? null,
    given: given ?? null,
  })
  const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
  await addKeyedPerson(tx, {
    areaId,
    notificationId,
    person: cipher.sealJson('match_people', 'person', person),
    matchKeys,
    searchKeys: [...new Set(searchKeysOf(person).map((value) => keyedHash(keys, value)))],
  })
  const alike = candidates
    .filter((candidate) => candidate.notificationId !== notificationId)
    .map((candidate) => ({ candidate, likeness: likenessTo(child, keys, candidate) }))
    .filter(({ candidate, likeness }) => worthALook(areaId, candidate, likeness))
  if (alike.length === 0) return
  const proposed = alike.map(({ candidate, likeness }) => {
    const here = candidate.areaId === areaId
    return {
      id: randomUUID(),
      notificationId,
      candidateAreaId: candidate.areaId,
      candidateNotificationId: candidate.notificationId,
      probability: here ? likeness.probabilities['same-child'] : null,
      reasons: here ? likeness.reasons : [],
    }
  })
  await proposeReviews(tx, areaId, proposed, clock.now())
  for (const { candidateAreaId, candidateNotificationId } of proposed) {
    if (candidateAreaId === areaId) continue
    await askOtherArea(tx, {
      areaId: candidateAreaId,
      notificationId: candidateNotificationId,
      candidateAreaId: areaId,
      candidateNotificationId: notificationId,
    })
  }
}

function worthALook(
  areaId: AreaId,
  candidate: Candidate,
  { verdict, probabilities }: ChildLikeness,
): boolean {
  return candidate.areaId === areaId ? verdict !== 'different' : probabilities['same-child'] >= WORTH_ASKING
}

/** The share of people with a name: a few more than were counted, so that a name nobody had yet is rare, not unheard of. */
function shareOf(count: number, people: number, assumed: number): number {
  return (count + assumed * 500) / (people + 500)
}

function likenessTo(child: PreparedPerson, keys: KeyProvider, candidate: Candidate): ChildLikeness {
  const cipher = subjectCipher(keys, candidate.areaId, candidate.notificationId, candidate.wrapped)
  const other = prepared(MatchPerson.parse(cipher.openJson('match_people', 'person', candidate.person)))
  const { family, given, people } = candidate
  return comparePrepared(child, other, {
    children: CHILDREN,
    shares: { family: shareOf(family, people, 0.002), given: shareOf(given, people, 0.008) },
  })
}
