import { z } from 'zod'

/**
 * Why a count can differ from the one released before: what was recorded since about a case. `late-notification`: the
 * death was not known then. `late-review`: nor was the review. `reopened-review`: the panel has reviewed it again.
 * `correction`: what was known of it was corrected. `merged`: it is counted with another record of the child.
 * `merge-undone`: it counts for itself again. `handed-over`: another area counts it, or it came from there.
 */
export const RevisionCause = z.enum([
  'late-notification',
  'late-review',
  'reopened-review',
  'correction',
  'merged',
  'merge-undone',
  'reported-in-error',
  'handed-over',
])
export type RevisionCause = z.infer<typeof RevisionCause>

/** How many cases a cause touched. */
export const CauseCount = z.strictObject({ cause: RevisionCause, cases: z.int().nonnegative() })
export type CauseCount = z.infer<typeof CauseCount>

/**
 * What may be said of why figures changed. All counts or none: they are shown where one reaches the threshold at least and
 * every other does as well or is none. Were a small one hidden beside shown ones, the published difference of a total less
 * the shown counts would tell it. Null when they are not shown: nothing happened, or something too seldom to be told.
 */
export function tellableCauses(counted: readonly CauseCount[], threshold: number): CauseCount[] | null {
  const some = counted.filter(({ cases }) => cases > 0)
  return some.length > 0 && some.every(({ cases }) => cases >= threshold) ? some : null
}
