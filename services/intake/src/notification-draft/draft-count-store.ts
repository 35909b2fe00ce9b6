import type { Db } from '@cdop/database'
import type { AreaId, Instant } from '@cdop/domain'

/** What is counted for whom: `whoseHash` is a keyed hash. */
export type Counted = {
  areaId: AreaId
  what: 'begun-in-area' | 'begun-by-visitor' | 'mailed'
  whoseHash: Uint8Array
}

/** Counts one more. False, and nothing changed, when there were `most` already since `since`. */
export async function countOneMore(
  tx: Db,
  { areaId, what, whoseHash }: Counted,
  { most, since, at }: { most: number; since: Instant; at: Instant },
): Promise<boolean> {
  const counted = await tx`
    insert into intake.draft_counts as c (area_id, what, whose_hash, since, counted)
    values (${areaId}, ${what}, ${Buffer.from(whoseHash)}, ${at}, 1)
    on conflict (area_id, what, whose_hash) do update
    set since = case when c.since < ${since} then excluded.since else c.since end,
        counted = case when c.since < ${since} then 1 else c.counted + 1 end
    where c.since < ${since} or c.counted < ${most}
    returning counted
  `
  return counted.length === 1
}

export async function forgetCounts(tx: Db, areaId: AreaId, before: Instant): Promise<void> {
  await tx`delete from intake.draft_counts where area_id = ${areaId} and since < ${before}`
}
