import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  addDays,
  type NotificationContent,
  type NotificationId,
  ONE_CLUSTER,
  RelatedRecord,
  relationsBetween,
  type SameChildReview,
} from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { keyedHash } from '../matching/keyed-hash.ts'
import { lockKeys } from '../matching/match-store.ts'
import { relatedKeysOf } from './related-keys.ts'
import { relatedRecordOf } from './related-record-of.ts'
import {
  lapseRelations,
  markTold,
  type ProposedRelation,
  proposeRelations,
  type RelatedCandidate,
  relatedCandidate,
  relatedCandidates,
  saveRelatedRecord,
} from './related-store.ts'

type As = { actor: Actor; parts: ServiceParts }
type Compared = { notificationId: NotificationId; record: RelatedRecord }

type Proposing = {
  areaId: AreaId
  notificationId: NotificationId
  /** The wrapped key of the notification. */
  wrapped: Uint8Array
  content: NotificationContent
  /** The notification said something else before: what it no longer says lapses. */
  again: boolean
}

/** Keys are hashed apart from those that find the same child. */
const hashed = (keys: KeyProvider, values: readonly string[]) => [
  ...new Set(values.map((value) => keyedHash(keys, `related|${value}`))),
]

function reviewed({ review }: RelatedCandidate): SameChildReview {
  if (review === null) return 'none'
  return review === 'different' ? 'different' : 'undecided'
}

function opened(keys: KeyProvider, areaId: AreaId, candidate: RelatedCandidate): Compared {
  const { notificationId, wrapped, record } = candidate
  const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
  return { notificationId, record: RelatedRecord.parse(cipher.openJson('related_records', 'record', record)) }
}

function relationsOf(one: Compared, other: Compared, review: SameChildReview): ProposedRelation[] {
  return relationsBetween(one.record, other.record, review).map((relation) => ({
    ...relation,
    id: randomUUID(),
    pair: [one.notificationId, other.notificationId],
  }))
}

/**
 * Holds a notified child against every other child of the area who died and proposes what they may be to each other.
 * Only candidates that share a keyed hash are opened. What was decided before is not asked again. Of another death in
 * the family or the home the designated doctor is told.
 */
export async function proposeRelated(tx: Db, as: As, proposing: Proposing): Promise<void> {
  const { keys } = as.parts
  const { areaId, notificationId, wrapped, content, again } = proposing
  const record = relatedRecordOf(content)
  const { own, sought } = relatedKeysOf(record)
  const hashes = hashed(keys, sought)
  await lockKeys(tx, hashes)
  const candidates = await relatedCandidates(tx, areaId, notificationId, hashes)
  const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
  await saveRelatedRecord(tx, {
    areaId,
    notificationId,
    record: cipher.sealJson('related_records', 'record', record),
    keys: hashed(keys, own),
  })
  const child = { notificationId, record }
  const others = candidates.map((candidate) => ({
    ...opened(keys, areaId, candidate),
    review: reviewed(candidate),
  }))
  const proposed = others.flatMap((other) => relationsOf(child, other, other.review))
  if (again) await lapseRelations(tx, areaId, [notificationId, null], proposed)
  await propose(tx, as, areaId, proposed)
}

/** Looks at two records anew, once somebody has said whether they are one child. */
export async function reconsiderPair(
  tx: Db,
  as: As,
  areaId: AreaId,
  [one, other]: readonly [NotificationId, NotificationId],
): Promise<void> {
  const found = await relatedCandidate(tx, areaId, one, other)
  const theirs = await relatedCandidate(tx, areaId, other, one)
  if (found === null || theirs === null) return
  const pair = [opened(as.parts.keys, areaId, found), opened(as.parts.keys, areaId, theirs)] as const
  const proposed = relationsOf(...pair, reviewed(found))
  await lapseRelations(tx, areaId, [one, other], proposed)
  await propose(tx, as, areaId, proposed)
}

/** Proposes, and has the designated doctor told of what is news to them: a file of old deaths is none. */
async function propose(
  tx: Db,
  { actor, parts }: As,
  areaId: AreaId,
  proposed: readonly ProposedRelation[],
): Promise<void> {
  if (proposed.length === 0) return
  const now = parts.clock.now()
  const fresh = await proposeRelations(tx, areaId, proposed, now)
  const since = addDays(parts.clock.today(), -ONE_CLUSTER)
  for (const relatedId of await markTold(tx, areaId, fresh, { at: now, since })) {
    await parts.publisher.publish(tx, actor, areaId, {
      type: 'household-death.found.v1',
      subject: relatedId,
      payload: { relatedId },
    })
  }
}
