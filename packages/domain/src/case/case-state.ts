import { z } from 'zod'
import type { PlainDate } from '../plain-date/plain-date.ts'
import { Refusal } from '../refusal/refusal.ts'

/**
 * Where a case stands (domain reference 0). Holds are laid over a state and are no step of their own.
 * `duplicate-merged` is a side state: a merge takes a case there from anywhere, and its undoing back to where it was.
 * `transferred` is what is left where another area took the case over, and what there is of it where it has not wholly
 * arrived; handed back, it goes on there. `reopened` is a review that was finished and begins again, with a reason that is
 * recorded: it goes before a quorate panel anew.
 */
export const CaseState = z.enum([
  'gathering',
  'review-meeting-held',
  'review-meeting-not-held',
  'listed',
  'deferred',
  'reviewed',
  'submitted',
  'closed',
  'reopened',
  'reported-in-error',
  'duplicate-merged',
  'transferred',
])
export type CaseState = z.infer<typeof CaseState>

/**
 * Every step that may be taken; what is not listed cannot happen, here or in the database. A case may turn out at any
 * time to have been reported in error, and then nothing more happens to it.
 */
export const nextStates: Record<CaseState, readonly CaseState[]> = {
  gathering: ['review-meeting-held', 'review-meeting-not-held', 'reported-in-error', 'transferred'],
  'review-meeting-held': ['listed', 'gathering', 'reported-in-error', 'transferred'],
  'review-meeting-not-held': ['listed', 'gathering', 'reported-in-error', 'transferred'],
  listed: ['reviewed', 'deferred', 'reported-in-error'],
  deferred: ['gathering', 'listed', 'reopened', 'reported-in-error', 'transferred'],
  // At once only where the national database is never told: `requireClosing` says of which.
  reviewed: ['submitted', 'closed', 'reported-in-error'],
  submitted: ['closed', 'reopened', 'reported-in-error'],
  closed: ['reopened', 'reported-in-error'],
  reopened: ['listed', 'reported-in-error'],
  'reported-in-error': [],
  'duplicate-merged': [],
  transferred: ['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred'],
}

/** @throws Refusal `not-allowed-in-this-state` when the step is not in the table */
export function step(from: CaseState, to: CaseState): CaseState {
  if (!nextStates[from].includes(to)) throw new Refusal('not-allowed-in-this-state')
  return to
}

/** Another area can take a case over until it is listed for a panel, and while it waits to be listed anew. */
export function mayBeHandedOver(state: CaseState): boolean {
  return nextStates[state].includes('transferred')
}

/**
 * A case that was ever reviewed stays with the area that did.
 * @throws Refusal `transfer-listed`, `undo-merge-first`, `transfer-too-late` once the panel has reviewed the case
 */
export function requireHandable(state: CaseState, firstReviewedOn: PlainDate | null = null): void {
  if (mayBeHandedOver(state) && firstReviewedOn === null) return
  if (state === 'listed') throw new Refusal('transfer-listed')
  throw new Refusal(state === 'duplicate-merged' ? 'undo-merge-first' : 'transfer-too-late')
}

/** Agencies may be asked, and may answer, in any state before the panel has reviewed the case, and while it reviews anew. */
export function mayGather(state: CaseState): boolean {
  return ![
    'reviewed',
    'submitted',
    'closed',
    'reported-in-error',
    'duplicate-merged',
    'transferred',
  ].includes(state)
}

/** Where a case the panel put back gathers what was asked: a review that was reopened stays one. */
export function gatheringAgain(firstReviewedOn: PlainDate | null): CaseState {
  return firstReviewedOn === null ? 'gathering' : 'reopened'
}

/** Why no child death review meeting was held; a reason is always recorded. */
export const NoReviewMeetingReason = z.enum([
  'perinatal-review-served-as-the-meeting',
  'joint-agency-response-served-as-the-meeting',
  'died-abroad',
  'professionals-no-longer-reachable',
  'other',
])
export type NoReviewMeetingReason = z.infer<typeof NoReviewMeetingReason>
