import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import type { AreaId, NotificationId } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import {
  type ChildLikeness,
  comparePrepared,
  MatchPerson,
  nameSearchKey,
  type PreparedPerson,
  prepared,
} from '@cdop/matching'
import type { ServiceParts } from '@cdop/service'
import { askOtherArea } from './ask-other-area.ts'
import { CHILDREN } from './children-known.ts'
import { keyedHash } from './keyed-hash.ts'
import { type Candidate, candidatesFor, type ProposedReview, proposeReviews } from './match-store.ts'
import { peopleKnown, rememberPeople } from './people-known.ts'
import { RECORD_DAMAGED } from './proposed-reasons.ts'

/** A notified child and the keyed hashes it is found by. */
export type Sought = {
  areaId: AreaId
  notificationId: NotificationId
  person: MatchPerson
  matchKeys: readonly string[]
}

/** Another area is asked only about a child who is likelier than not the same. */
const WORTH_ASKING = 0.5

/**
 * Holds a child against everybody who shares one of its keys and proposes pairs that may be one child: in this area as a
 * review; of another area, for both coordinators, as a question that says no more than that there is one. A record that
 * does not open stops nothing: that it does not is logged, and one of this area stands on the desk with that reason.
 */
export async function proposeAlike(tx: Db, parts: ServiceParts, sought: Sought): Promise<void> {
  const { keys, clock, log } = parts
  const { areaId, notificationId, person, matchKeys } = sought
  const child = prepared(person)
  const [family, given] = [child.family.words[0], child.given?.words[0]].map((word) =>
    word === undefined ? null : keyedHash(keys, nameSearchKey(word)),
  )
  const names = { family: family ?? null, given: given ?? null }
  const people = peopleKnown(parts.database, areaId, clock.now())
  const candidates = await candidatesFor(tx, areaId, { matchKeys, ...names, people })
  if (candidates[0] !== undefined) rememberPeople(parts.database, areaId, candidates[0].people, clock.now())
  const proposed = candidates
    .filter((candidate) => candidate.notificationId !== notificationId)
    .flatMap((candidate) => {
      try {
        return pairWith(sought, candidate, likenessTo(child, keys, candidate))
      } catch (thrown) {
        log.failure('the record of a child did not open, and was not compared', thrown)
        return candidate.areaId === areaId ? [pairOf(sought, candidate, [RECORD_DAMAGED])] : []
      }
    })
  if (proposed.length === 0) return
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

function pairOf(
  { notificationId }: Sought,
  candidate: Candidate,
  reasons: ProposedReview['reasons'],
  probability: number | null = null,
): ProposedReview {
  return {
    id: randomUUID(),
    notificationId,
    candidateAreaId: candidate.areaId,
    candidateNotificationId: candidate.notificationId,
    probability,
    reasons,
  }
}

/** The pair to be looked at, if it is worth it; of a child of another area neither probability nor reasons are kept. */
function pairWith(
  sought: Sought,
  candidate: Candidate,
  { verdict, probabilities, reasons }: ChildLikeness,
): ProposedReview[] {
  const probability = probabilities['same-child']
  if (candidate.areaId !== sought.areaId) {
    return probability >= WORTH_ASKING ? [pairOf(sought, candidate, [])] : []
  }
  return verdict === 'different' ? [] : [pairOf(sought, candidate, [...reasons], probability)]
}

/** The share of people with a name: a few more than were counted, so that a name nobody had yet is rare, not unheard of. */
function shareOf(count: number, people: number, assumed: number): number {
  return (count + assumed * 500) / (people + 500)
}

/** @throws Error, without the content, when the record was damaged */
function likenessTo(child: PreparedPerson, keys: KeyProvider, candidate: Candidate): ChildLikeness {
  const cipher = subjectCipher(keys, candidate.areaId, candidate.notificationId, candidate.wrapped)
  const other = prepared(MatchPerson.parse(cipher.openJson('match_people', 'person', candidate.person)))
  const { family, given, people } = candidate
  return comparePrepared(child, other, {
    children: CHILDREN,
    shares: { family: shareOf(family, people, 0.002), given: shareOf(given, people, 0.008) },
  })
}
