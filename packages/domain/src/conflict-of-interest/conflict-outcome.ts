import { z } from 'zod'

/**
 * What was recorded of somebody's interest in a case: looked at and none; present for what they know and not deciding,
 * as usual for the lead or the designated doctor; or withdrawn. The strictest stands last.
 */
export const ConflictOutcome = z.enum(['none', 'facts-only', 'withdrawn'])
export type ConflictOutcome = z.infer<typeof ConflictOutcome>

/** Whether the case is there for somebody, whether they count towards its quorum, and whether they decide it. */
export type ConflictAllows = { readonly reads: boolean; readonly counts: boolean; readonly decides: boolean }

const allowed: Record<ConflictOutcome, ConflictAllows> = {
  none: { reads: true, counts: true, decides: true },
  'facts-only': { reads: true, counts: false, decides: false },
  withdrawn: { reads: false, counts: false, decides: false },
}

/** What an outcome allows; whoever was not asked yet may all that their role lets them. */
export function conflictAllows(outcome: ConflictOutcome | null): ConflictAllows {
  return allowed[outcome ?? 'none']
}

const strictness = (outcome: ConflictOutcome | null) =>
  outcome === null ? -1 : ConflictOutcome.options.indexOf(outcome)

/** What holds for a child of whom several records were merged: the strictest of theirs; null where none says anything. */
export function strictestOutcome(outcomes: Iterable<ConflictOutcome>): ConflictOutcome | null {
  return [...outcomes].reduce<ConflictOutcome | null>(
    (held, one) => (strictness(one) > strictness(held) ? one : held),
    null,
  )
}

/** Why somebody is let in further than was recorded of them before. */
export const ConflictLifted = z.enum([
  'declared-by-mistake',
  'recorded-for-the-wrong-person',
  'not-involved-after-all',
  'needed-for-the-facts',
])
export type ConflictLifted = z.infer<typeof ConflictLifted>

/** Who says it: the person themselves, or whoever answers for the meeting. */
export type ConflictSayer = 'self' | 'another'

/** Why an outcome is not recorded instead of another. */
export type OutcomeRefused = 'not-yours-to-lift' | 'reason-missing' | 'reason-without-lifting'

/**
 * Whether one outcome may be recorded instead of what was recorded before: null when it may. Anybody may say at any time
 * that they are in it deeper. Out of it only somebody else lets them, and says why; no reason is given for anything else.
 */
export function outcomeRefused(
  before: ConflictOutcome | null,
  after: ConflictOutcome,
  { by, because }: { by: ConflictSayer; because: ConflictLifted | null },
): OutcomeRefused | null {
  const lifts = before !== null && strictness(after) < strictness(before)
  if (lifts && by === 'self') return 'not-yours-to-lift'
  if (lifts && because === null) return 'reason-missing'
  if (!lifts && because !== null) return 'reason-without-lifting'
  return null
}
