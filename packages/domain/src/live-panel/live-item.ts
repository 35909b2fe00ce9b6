import { z } from 'zod'

/** How far the panel has come with one item of the analysis form. */
export const LiveItemState = z.enum(['open', 'agreed', 'needs-more', 'deferred'])
export type LiveItemState = z.infer<typeof LiveItemState>

/** What a chair does to an item. */
export const LiveDecision = z.enum(['agree', 'needs-more', 'defer', 'open-again'])
export type LiveDecision = z.infer<typeof LiveDecision>

/**
 * What becomes of an item; what is not in the table cannot be done. What was agreed is opened again before it is decided
 * otherwise: no single press turns an agreement into something else.
 */
const becomes: Record<LiveItemState, Partial<Record<LiveDecision, LiveItemState>>> = {
  open: { agree: 'agreed', 'needs-more': 'needs-more', defer: 'deferred' },
  'needs-more': { agree: 'agreed', defer: 'deferred', 'open-again': 'open' },
  deferred: { agree: 'agreed', 'needs-more': 'needs-more', 'open-again': 'open' },
  agreed: { 'open-again': 'open' },
}

/** The state an item is in after a decision, or null where it cannot be decided so. */
export function decidedState(from: LiveItemState, decision: LiveDecision): LiveItemState | null {
  return becomes[from][decision] ?? null
}

/** What can be decided of an item, in the order it is offered. */
export function possibleDecisions(from: LiveItemState): readonly LiveDecision[] {
  return LiveDecision.options.filter((decision) => decidedState(from, decision) !== null)
}

/** What was last decided of an item: its number counts every decision about it, and its answer is known by its digest. */
export type DecidedItem = { readonly state: LiveItemState; readonly version: number; readonly digest: string }

/** How an item stands now. */
export type LiveStanding = {
  readonly state: LiveItemState
  /** The number of the decision it stands on; 0 before the first. */
  readonly version: number
  /** It was agreed, and its answer is another one since: it is open once more. */
  readonly lapsed: boolean
}

/**
 * How an item stands with the answer it has now. The panel agrees an answer, not a question: once the answer is another
 * one, the agreement to the one before says nothing of it.
 */
export function liveStanding(last: DecidedItem | null, digest: string): LiveStanding {
  if (last === null) return { state: 'open', version: 0, lapsed: false }
  const lapsed = last.state === 'agreed' && last.digest !== digest
  return { state: lapsed ? 'open' : last.state, version: last.version, lapsed }
}

/** The items that keep the panel from agreeing the whole: those that must be answered and are not agreed as they stand. */
export function itemsInTheWay(
  items: readonly { readonly item: string; readonly optional: boolean; readonly state: LiveItemState }[],
): string[] {
  return items.filter(({ optional, state }) => !optional && state !== 'agreed').map(({ item }) => item)
}
