import { z } from 'zod'
import type { CaseState } from '../case/case-state.ts'
import { mayGoToNationalDatabase } from '../case/national-database.ts'
import type { Instant, PlainDate } from '../plain-date/plain-date.ts'
import { Refusal } from '../refusal/refusal.ts'

/** What goes to the national database of a case, each for itself. */
export const NationalSubmissionKind = z.enum(['notification', 'reporting', 'supplementary', 'analysis'])
export type NationalSubmissionKind = z.infer<typeof NationalSubmissionKind>

/**
 * Where a submission stands. `queued`: a person asked for it. `incomplete`: held back, an answer is missing. `stopped`:
 * it may not be sent. `sending`: it may have reached the national database. `withdrawing`: whatever reached it, or is
 * still on its way, is being taken back.
 */
export const NationalSubmissionState = z.enum([
  'queued',
  'incomplete',
  'stopped',
  'sending',
  'acknowledged',
  'rejected',
  'withdrawing',
  'withdrawn',
])
export type NationalSubmissionState = z.infer<typeof NationalSubmissionState>

/** Every step that may be taken; the database keeps the same table. */
export const nextSubmissionStates: Record<NationalSubmissionState, readonly NationalSubmissionState[]> = {
  queued: ['sending', 'incomplete', 'stopped'],
  incomplete: [],
  stopped: [],
  sending: ['acknowledged', 'rejected', 'withdrawing'],
  acknowledged: ['withdrawing'],
  rejected: [],
  withdrawing: ['withdrawn'],
  withdrawn: [],
}

/** @throws Refusal `not-allowed-in-this-state` when the step is not in the table */
export function submissionStep(
  from: NationalSubmissionState,
  to: NationalSubmissionState,
): NationalSubmissionState {
  if (!nextSubmissionStates[from].includes(to)) throw new Refusal('not-allowed-in-this-state')
  return to
}

/** It is not settled yet: of one kind a case has at most one such submission. */
export function isUnderWay(state: NationalSubmissionState): boolean {
  return state === 'queued' || state === 'sending' || state === 'withdrawing'
}

/** Something of it is, or may be, at the national database. */
export function mayBeThere(state: NationalSubmissionState): boolean {
  return state === 'sending' || state === 'acknowledged' || state === 'withdrawing'
}

/** Why a submission is not sent, or what was sent is taken back. */
export const NotSentReason = z.enum([
  'not-confirmed',
  'reported-in-error',
  'duplicate-merged',
  'handed-over',
  'reviewed-before-april-2019',
  'not-reviewed',
  'nothing-returned',
  'told-elsewhere',
  'nothing-changed',
  'content-changed',
])
export type NotSentReason = z.infer<typeof NotSentReason>

/**
 * Why nothing of a case may go to the national database now; null when it may. Deaths out of scope, stillbirths and
 * lawful terminations are never a case. What the panel agreed goes there once it has reviewed the case.
 */
export function whyNotSent(
  {
    state,
    confirmedAt,
    reviewedOn,
    firstReviewedOn,
  }: {
    state: CaseState
    confirmedAt: Instant | null
    reviewedOn: PlainDate | null
    /** Of a review that was reopened. */
    firstReviewedOn: PlainDate | null
  },
  kind: NationalSubmissionKind,
): NotSentReason | null {
  if (state === 'reported-in-error' || state === 'duplicate-merged') return state
  if (state === 'transferred') return 'handed-over'
  if (!mayGoToNationalDatabase({ reviewedOn, firstReviewedOn })) return 'reviewed-before-april-2019'
  if (confirmedAt === null) return 'not-confirmed'
  return kind === 'analysis' && reviewedOn === null ? 'not-reviewed' : null
}
