import type { CallerName, CaseState } from '@cdop/domain'
import { Refusal } from '@cdop/domain'

/** What a panel has agreed and nobody reviews anew: that is coded a second time. */
export const afterReview: readonly CaseState[] = ['reviewed', 'submitted', 'closed']

/**
 * What is told here is told to factor-analysis alone: it knows which case was given to which second panel.
 * @throws Refusal `not-found`
 */
export function requireFactorAnalysis(caller: CallerName): void {
  if (caller !== 'factor-analysis') throw new Refusal('not-found')
}
