import { Instant, ReleaseId } from '@cdop/domain'
import { CauseCount } from '@cdop/statistics'
import { z } from 'zod'

/** Why a table stands as it was released before: it is measured otherwise now, or what it was made of is no longer so. */
const KeptWhole = z.enum(['measured-otherwise', 'not-made-again'])

/** How a table differs from what was released of it before: published figures alone, and counts that may be told. */
export const TableRevision = z.strictObject({
  /** The last release of the period with this table; null where only single years of it were released before. */
  since: z.strictObject({ releaseId: ReleaseId, asKnownOn: Instant }).nullable(),
  changed: z.array(
    z.strictObject({
      row: z.string(),
      column: z.string(),
      before: z.number().int().nonnegative(),
      after: z.number().int().nonnegative(),
    }),
  ),
  /** How many cases of the period each cause touched since; null where they are not told. */
  causes: z.array(CauseCount).nullable(),
  /** Null when it was held to it figure by figure. */
  kept: KeptWhole.nullable(),
})
export type TableRevision = z.infer<typeof TableRevision>
