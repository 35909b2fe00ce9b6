import { z } from 'zod'
import { Refusal } from '../refusal/refusal.ts'

/**
 * Where the merge of two records of one child stands. One person proposes it, another confirms or declines it; the
 * first may withdraw it before. A confirmed merge can be undone, and then both records are as they were.
 */
export const MergeState = z.enum(['proposed', 'confirmed', 'declined', 'withdrawn', 'undone'])
export type MergeState = z.infer<typeof MergeState>

/** Every step that may be taken; what is not listed cannot happen, here or in the database. */
export const nextMergeStates: Record<MergeState, readonly MergeState[]> = {
  proposed: ['confirmed', 'declined', 'withdrawn'],
  confirmed: ['undone'],
  declined: [],
  withdrawn: [],
  undone: [],
}

/** @throws Refusal `merge-decided` when the step is not in the table */
export function stepMerge(from: MergeState, to: MergeState): MergeState {
  if (!nextMergeStates[from].includes(to)) throw new Refusal('merge-decided')
  return to
}

/** Whether the proposer may take this step, or only somebody else: nobody confirms what they proposed themselves. */
export function mayStepMerge(to: 'confirmed' | 'declined' | 'withdrawn', isProposer: boolean): boolean {
  return (to === 'withdrawn') === isProposer
}

/** What was decided about a pair of records that may be of one child. */
export const DuplicateReviewState = z.enum(['open', 'same', 'different', 'unsure'])
export type DuplicateReviewState = z.infer<typeof DuplicateReviewState>

/** What a person may decide. "Different" is remembered: the pair is not proposed again. */
export const DuplicateDecision = DuplicateReviewState.exclude(['open'])
export type DuplicateDecision = z.infer<typeof DuplicateDecision>

/** From which of the two records a field of the merged identity is kept. */
export const MergeSource = z.enum(['surviving', 'merged'])
export type MergeSource = z.infer<typeof MergeSource>
