import { isWaitedFor, type PlainDate } from '@cdop/domain'
import type { RequestRow } from '../information-request/request-store.ts'
import type { ReopeningRow } from './reopening-store.ts'

/** That a finished review has begun again: since when, and when it was finished first. */
export type ReviewedAgain = { readonly since: PlainDate; readonly firstReviewedOn: PlainDate }

/** Null of a review that never began again. Given every reopening, the newest first. */
export function reviewedAgain(reopenings: readonly ReopeningRow[]): ReviewedAgain | null {
  const [newest, first] = [reopenings.at(0), reopenings.at(-1)]
  if (newest === undefined || first === undefined) return null
  return { since: newest.reopenedOn, firstReviewedOn: first.reviewedOn }
}

/**
 * The requests a review waits for, or has waited for: whom the one before went on without, the one that began again is not
 * waiting for. They may still answer.
 */
export function waitedFor<Request extends Pick<RequestRow, 'state' | 'sentAt' | 'askedAgainOn'>>(
  requests: readonly Request[],
  reopenings: readonly Pick<ReopeningRow, 'recordedAt' | 'reopenedOn'>[],
): Request[] {
  const [newest] = reopenings
  if (newest === undefined) return [...requests]
  const { recordedAt, reopenedOn } = newest
  return requests.filter(
    ({ state, sentAt, askedAgainOn }) =>
      !isWaitedFor(state) || sentAt >= recordedAt || (askedAgainOn !== null && askedAgainOn >= reopenedOn),
  )
}
