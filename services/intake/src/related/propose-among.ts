import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  addDays,
  type NotificationId,
  ONE_CLUSTER,
  RelatedRecord,
  relationsBetween,
  type SameChildReview,
} from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { keyedHash } from '../matching/keyed-hash.ts'
import { relatedKeysOf } from './related-keys.ts'
import { type RelatedCandidate, relatedCandidates } from './related-record-store.ts'
import { markTold, type ProposedRelation, proposeRelations } from './relation-store.ts'

/** Who proposes, with what. */
export type As = { actor: Actor; parts: ServiceParts }
export type ComparedRecord = { notificationId: NotificationId; record: RelatedRecord }

/** The keyed hashes by which others find a child and by which they are looked for: apart from those of the same child. */
export function relatedHashes(
  keys: KeyProvider,
  record: RelatedRecord,
): { own: readonly string[]; sought: readonly string[] } {
  const { own, sought } = relatedKeysOf(record)
  const hashed = (values: readonly string[]) => [
    ...new Set(values.map((value) => keyedHash(keys, `related|${value}`))),
  ]
  return { own: hashed(own), sought: hashed(sought) }
}

function reviewed({ review }: RelatedCandidate): SameChildReview {
  if (review === null) return 'none'
  return review === 'different' ? 'different' : 'undecided'
}

/** @throws Error, without the content, when the record was damaged */
export function openRelatedRecord(
  keys: KeyProvider,
  areaId: AreaId,
  sealed: { notificationId: NotificationId; wrapped: Uint8Array; record: Uint8Array },
): ComparedRecord {
  const { notificationId, wrapped, record } = sealed
  const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
  return { notificationId, record: RelatedRecord.parse(cipher.openJson('related_records', 'record', record)) }
}

/** What a child may be to a candidate, by the rule. @throws Error when the candidate's record was damaged */
export function relationsTo(
  keys: KeyProvider,
  areaId: AreaId,
  child: ComparedRecord,
  candidate: RelatedCandidate,
): ProposedRelation[] {
  const other = openRelatedRecord(keys, areaId, candidate)
  return relationsBetween(child.record, other.record, reviewed(candidate)).map((relation) => ({
    ...relation,
    id: randomUUID(),
    pair: [child.notificationId, other.notificationId],
  }))
}

/**
 * What a child may be to every other child of the area who shares a keyed hash with it: only those are opened. One that
 * does not open stops nothing; that it does not is logged.
 */
export async function relationsInArea(
  tx: Db,
  { keys, log }: ServiceParts,
  areaId: AreaId,
  child: ComparedRecord,
): Promise<ProposedRelation[]> {
  const { sought } = relatedHashes(keys, child.record)
  const candidates = await relatedCandidates(tx, areaId, child.notificationId, sought)
  return candidates.flatMap((candidate) => {
    try {
      return relationsTo(keys, areaId, child, candidate)
    } catch (thrown) {
      log.failure('the record of a child did not open, and was not compared', thrown)
      return []
    }
  })
}

/** Proposes, and has the designated doctor told of what is news to them: a file of old deaths is none. */
export async function proposeAndTell(
  tx: Db,
  { actor, parts }: As,
  areaId: AreaId,
  proposed: readonly ProposedRelation[],
): Promise<void> {
  if (proposed.length === 0) return
  const now = parts.clock.now()
  const fresh = await proposeRelations(tx, areaId, proposed, now)
  const since = addDays(parts.clock.today(), -ONE_CLUSTER)
  for (const relatedId of fresh) {
    if (!(await markTold(tx, areaId, relatedId, { at: now, since }))) continue
    await parts.publisher.publish(tx, actor, areaId, {
      type: 'household-death.found.v1',
      subject: relatedId,
      payload: { relatedId },
    })
  }
}
