import { type Attendee, PanelAgency, type PersonId, quorumFor, usualQuorum } from '@cdop/domain'
import { z } from 'zod'

/** Whether the panel could decide one item. */
export const ItemQuorum = z.strictObject({
  quorate: z.boolean(),
  counted: z.number().int(),
  missing: z.array(PanelAgency),
})
export type ItemQuorum = z.infer<typeof ItemQuorum>

/** Quorum for one item of an agenda, fit to be answered. */
export function quorumOfItem(present: readonly Attendee[], conflicted: readonly PersonId[]): ItemQuorum {
  const { quorate, counted, missing } = quorumFor(usualQuorum, present, new Set(conflicted))
  return { quorate, counted, missing: [...missing] }
}
