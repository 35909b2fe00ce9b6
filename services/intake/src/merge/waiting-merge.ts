import type { Db } from '@cdop/database'
import { type AreaId, type MergeId, mayStepMerge, type Person, Refusal, stepMerge } from '@cdop/domain'
import { requirePass } from '../identity/require-pass.ts'
import type { Parts } from '../parts.ts'
import { casesOf, type KnownRecord, openRecord } from './known-record.ts'
import { findMerge, lockMerges, lockRecords, type MergeRow } from './merge-store.ts'

/** What every step on a merge says: which one, as it was seen. */
export type StepOnMerge = { areaId: AreaId; mergeId: MergeId; version: number; pass?: string }

/** A merge with both its records, locked. */
export type LockedMerge = { merge: MergeRow; merged: KnownRecord; surviving: KnownRecord }

/**
 * Locks a merge and its records for a person who may see both.
 * @throws Refusal `not-found`, `stale` when it is no longer as the person saw it
 */
export async function lockMerge(
  tx: Db,
  { actor, parts }: { actor: Person; parts: Parts },
  { areaId, mergeId, version, pass }: StepOnMerge,
): Promise<LockedMerge> {
  await lockMerges(tx, areaId)
  const merge = await findMerge(tx, areaId, mergeId)
  await lockRecords(tx, areaId, [merge.mergedNotificationId, merge.survivingNotificationId])
  const merged = await openRecord(tx, parts.keys, areaId, merge.mergedNotificationId)
  const surviving = await openRecord(tx, parts.keys, areaId, merge.survivingNotificationId)
  await requirePass(parts.keyring, actor, casesOf([merged, surviving]), pass)
  if (merge.version !== version) throw new Refusal('stale')
  return { merge, merged, surviving }
}

/**
 * Whether this person may now decide a merge that waits.
 * @throws Refusal `merge-decided`, `merge-needs-second-person`, `merge-not-yours`
 */
export function requireMayDecide(
  merge: MergeRow,
  person: Person,
  to: 'confirmed' | 'declined' | 'withdrawn',
): void {
  stepMerge(merge.state, to)
  if (mayStepMerge(to, merge.proposedBy === person.personId)) return
  throw new Refusal(to === 'withdrawn' ? 'merge-not-yours' : 'merge-needs-second-person')
}
