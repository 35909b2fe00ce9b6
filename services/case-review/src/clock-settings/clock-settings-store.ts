import type { Db } from '@cdop/database'
import { type AreaId, ClockLimits, Instant, PersonId, PlainDate, Refusal } from '@cdop/domain'
import { z } from 'zod'

/** What an area has set, from which day, by whom and when. */
export const KeptLimits = z.strictObject({
  version: z.int().positive(),
  validFrom: PlainDate,
  limits: ClockLimits,
  changedBy: PersonId,
  changedAt: Instant,
})
export type KeptLimits = z.infer<typeof KeptLimits>

/** Every version of an area's limits, the newest first; none while the defaults hold. */
export async function keptLimits(tx: Db, areaId: AreaId): Promise<KeptLimits[]> {
  const rows = await tx`
    select version, valid_from, settings as limits, changed_by, changed_at from case_review.clock_settings
    where area_id = ${areaId} order by version desc
  `
  return rows.map((row) => KeptLimits.parse({ ...row }))
}

/** @throws Refusal `stale` when somebody else has written the next version meanwhile */
export async function addLimits(
  tx: Db,
  areaId: AreaId,
  { version, validFrom, limits, changedBy, changedAt }: KeptLimits,
): Promise<void> {
  const newest = (await keptLimits(tx, areaId))[0]?.version ?? 0
  if (newest !== version - 1) throw new Refusal('stale')
  const added = await tx`
    insert into case_review.clock_settings (area_id, version, valid_from, settings, changed_by, changed_at)
    values (${areaId}, ${version}, ${validFrom}, ${tx.json(limits)}, ${changedBy}, ${changedAt})
    on conflict do nothing
  `
  if (added.count === 0) throw new Refusal('stale')
}
