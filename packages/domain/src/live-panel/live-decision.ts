import type { PersonId } from '../id/id.ts'
import { Refusal } from '../refusal/refusal.ts'
import { decidedState, type LiveDecision, type LiveItemState, type LiveStanding } from './live-item.ts'

/** A decision about one item, as it was sent. */
export type DecisionSent = {
  /** The number of the decision the chair saw. */
  readonly version: number
  readonly decision: LiveDecision
  /** Who of those present disagreed. */
  readonly disagreed: readonly PersonId[]
  /** What they said, if it is to be kept. */
  readonly words: string | null
}

/** What a decision is held against. */
export type DecidedUpon = {
  readonly standing: LiveStanding
  /** Everything of the item that must be answered is answered. */
  readonly answered: boolean
  /** Who was recorded as present and is not in conflict with the case. */
  readonly present: readonly PersonId[]
}

/**
 * The state an item is in after a decision, and the number of that decision: each follows the one the chair saw, so none
 * is lost under another, and none counts twice.
 * @throws Refusal `stale` when it was decided meanwhile; `not-allowed-in-this-state`; `analysis-incomplete` when an item
 * without its answer is agreed; `disagreement-not-of-panel` when somebody who was not present for the case disagrees, when
 * words are nobody's, when an item is opened again, and when nobody is left who agrees
 */
export function decideItem(
  { version, decision, disagreed, words }: DecisionSent,
  { standing, answered, present }: DecidedUpon,
): { state: LiveItemState; version: number } {
  if (version !== standing.version) throw new Refusal('stale')
  const state = decidedState(standing.state, decision)
  if (state === null) throw new Refusal('not-allowed-in-this-state')
  if (decision === 'agree' && !answered) throw new Refusal('analysis-incomplete')
  const wrong =
    new Set(disagreed).size !== disagreed.length ||
    disagreed.some((personId) => !present.includes(personId)) ||
    (words !== null && disagreed.length === 0) ||
    (decision === 'open-again' && disagreed.length > 0) ||
    (decision === 'agree' && disagreed.length > 0 && disagreed.length === present.length)
  if (wrong) throw new Refusal('disagreement-not-of-panel')
  return { state, version: version + 1 }
}
