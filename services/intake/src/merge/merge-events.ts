import type { MergeId, NewEvent } from '@cdop/domain'
import type { KnownRecord } from './known-record.ts'
import { factsOf, sameFacts } from './merged-identity.ts'

type Merged = { mergeId: MergeId; merged: KnownRecord; surviving: KnownRecord }

/** A record of a child now stands under another one. */
export function mergedEvent({ mergeId, merged, surviving }: Merged): NewEvent {
  if (merged.caseId !== null && surviving.caseId !== null) {
    const { caseId } = merged
    return {
      type: 'case.merged.v1',
      subject: caseId,
      payload: { caseId, intoCaseId: surviving.caseId, mergeId },
    }
  }
  const { notificationId } = merged
  return {
    type: 'notification.merged.v1',
    subject: notificationId,
    payload: { notificationId, intoNotificationId: surviving.notificationId, mergeId },
  }
}

/** It stands for itself again. */
export function mergeUndoneEvent({ mergeId, merged }: Omit<Merged, 'surviving'>): NewEvent {
  const { caseId, notificationId } = merged
  return caseId === null
    ? {
        type: 'notification.merge-undone.v1',
        subject: notificationId,
        payload: { notificationId, mergeId },
      }
    : { type: 'case.merge-undone.v1', subject: caseId, payload: { caseId, mergeId } }
}

/** What other services are to know of the child from now on; nothing when there is no case or nothing is new. */
export function correctedEvents(before: KnownRecord, after: KnownRecord): readonly NewEvent[] {
  const { caseId } = before
  if (caseId === null) return []
  const facts = factsOf(after.identity, after)
  if (sameFacts(factsOf(before.identity, before), facts)) return []
  return [{ type: 'case.child-corrected.v1', subject: caseId, payload: { caseId, ...facts } }]
}
