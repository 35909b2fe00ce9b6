import type { Db } from '@cdop/database'
import {
  type AreaId,
  Instant,
  PanelMeetingKind,
  PersonId,
  PlainDate,
  QuorumRule,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'

/** What an area has set for one kind of panel, from which day, by whom and when. */
export const KeptQuorumRule = z.strictObject({
  kind: PanelMeetingKind,
  version: z.int().positive(),
  validFrom: PlainDate,
  rule: QuorumRule,
  changedBy: PersonId,
  changedAt: Instant,
})
export type KeptQuorumRule = z.infer<typeof KeptQuorumRule>

/** The rule a meeting goes by, and since when; null while it is the common local practice. */
export const RuleInForce = z.strictObject({ rule: QuorumRule, validFrom: PlainDate.nullable() })

/** Every version of an area's rules, of each kind of panel the newest first; none while the usual ones hold. */
export async function keptQuorumRules(tx: Db, areaId: AreaId): Promise<KeptQuorumRule[]> {
  const rows = await tx`
    select kind, version, valid_from, rule, changed_by, changed_at from case_review.quorum_rules
    where area_id = ${areaId} order by kind, version desc
  `
  return rows.map((row) => KeptQuorumRule.parse({ ...row }))
}

/** @throws Refusal `stale` when somebody else has written the next version meanwhile */
export async function addQuorumRule(
  tx: Db,
  areaId: AreaId,
  { kind, version, validFrom, rule, changedBy, changedAt }: KeptQuorumRule,
): Promise<void> {
  const newest = (await keptQuorumRules(tx, areaId)).find((one) => one.kind === kind)?.version ?? 0
  if (newest !== version - 1) throw new Refusal('stale')
  const added = await tx`
    insert into case_review.quorum_rules (area_id, kind, version, valid_from, rule, changed_by, changed_at)
    values (${areaId}, ${kind}, ${version}, ${validFrom}, ${tx.json(rule)}, ${changedBy}, ${changedAt})
    on conflict do nothing
  `
  if (added.count === 0) throw new Refusal('stale')
}
