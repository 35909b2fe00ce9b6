import type { Db } from '@cdop/database'
import {
  type AreaId,
  bankHolidays,
  Instant,
  isReleasedLate,
  PackRule,
  PersonId,
  PlainDate,
  packRuleOn,
  Refusal,
  shiftWorkingDays,
} from '@cdop/domain'
import { z } from 'zod'

/** What an area has set of its packs, from which day, by whom and when. */
export const KeptPackRule = z.strictObject({
  version: z.int().positive(),
  validFrom: PlainDate,
  rule: PackRule,
  changedBy: PersonId,
  changedAt: Instant,
})
export type KeptPackRule = z.infer<typeof KeptPackRule>

/** Every version of an area's rule, the newest first; none while the usual one holds. */
export async function keptPackRules(tx: Db, areaId: AreaId): Promise<KeptPackRule[]> {
  const rows = await tx`
    select version, valid_from, rule, changed_by, changed_at from case_review.pack_rules
    where area_id = ${areaId} order by version desc
  `
  return rows.map((row) => KeptPackRule.parse({ ...row }))
}

/** @throws Refusal `stale` when somebody else has written the next version meanwhile */
export async function addPackRule(
  tx: Db,
  areaId: AreaId,
  { version, validFrom, rule, changedBy, changedAt }: KeptPackRule,
): Promise<void> {
  const newest = (await keptPackRules(tx, areaId))[0]?.version ?? 0
  if (newest !== version - 1) throw new Refusal('stale')
  const added = await tx`
    insert into case_review.pack_rules (area_id, version, valid_from, rule, changed_by, changed_at)
    values (${areaId}, ${version}, ${validFrom}, ${tx.json(rule)}, ${changedBy}, ${changedAt})
    on conflict do nothing
  `
  if (added.count === 0) throw new Refusal('stale')
}

/** The rule of a meeting's day, by when its pack is to be released, and whether today is later than that. */
export function ruleFor(rules: readonly KeptPackRule[], heldOn: PlainDate, today: PlainDate) {
  // The newest version of a day counts.
  const rule = packRuleOn([...rules].reverse(), heldOn)
  const releaseBy = shiftWorkingDays(heldOn, -rule.releaseWorkingDays, bankHolidays)
  return { rule, releaseBy, late: isReleasedLate(today, heldOn, rule) }
}
