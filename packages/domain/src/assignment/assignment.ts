import { z } from 'zod'
import { PersonId } from '../id/id.ts'
import { PlainDate } from '../plain-date/plain-date.ts'

/** What somebody is to one case: who does the office's work on it, and which doctor leads it. */
export const CasePart = z.enum(['coordinator', 'designated-doctor'])
export type CasePart = z.infer<typeof CasePart>

/** Why somebody no longer has a part in a case. */
export const AssignmentEnd = z.enum([
  'given-to-another',
  'handed-over',
  'given-back',
  'left-area',
  'conflict',
])
export type AssignmentEnd = z.infer<typeof AssignmentEnd>

/** To whom a case that is only lent goes back, and on which day. */
export const OwedCase = z.strictObject({ to: PersonId, on: PlainDate })
export type OwedCase = z.infer<typeof OwedCase>

/** How often a case can be lent on before it goes back: deeper than any office's leave. */
export const MOST_OWED = 20

/** A case, and to whom it goes back in which order: the earliest first, each later than the one before. */
export type HeldCase = { readonly holder: PersonId; readonly owed: readonly OwedCase[] }

/** A holder is not owed their own case. */
function settled(holder: PersonId, owed: readonly OwedCase[]): HeldCase {
  const [first, ...later] = owed
  return first?.to === holder ? settled(holder, later) : { holder, owed }
}

/**
 * The case with somebody else: for good, or until a day on which it goes back. What the holder themselves owes stays
 * owed: a colleague on leave gets their cases back although whoever stood in for them has left. Lent for longer than it
 * was borrowed, it goes back to whom it is owed first.
 */
export function handOver({ holder, owed }: HeldCase, to: PersonId, until: PlainDate | null): HeldCase {
  const [first] = owed
  const borrowed = until === null || (first !== undefined && first.on <= until)
  return settled(to, borrowed ? owed : [{ to: holder, on: until }, ...owed])
}

/** Who has the case on a day, and who after that; the same when nothing is due back by then. */
export function giveBack(held: HeldCase, today: PlainDate): HeldCase {
  const [first, ...later] = held.owed
  if (first === undefined || first.on > today) return held
  return giveBack(settled(first.to, later), today)
}
