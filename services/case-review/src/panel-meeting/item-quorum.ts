import type { Db } from '@cdop/database'
import {
  type AreaId,
  type Attendee,
  type PersonId,
  type QuorumRuleInForce,
  quorumFor,
  quorumRuleInForce,
  RequiredAgency,
} from '@cdop/domain'
import { z } from 'zod'
import { keptQuorumRules } from '../quorum-rules/quorum-rules-store.ts'
import type { HeldMeeting } from './panel-meeting-store.ts'

/** Whether the panel could decide one item, and what it lacks. */
export const ItemQuorum = z.strictObject({
  quorate: z.boolean(),
  counted: z.number().int(),
  more: z.number().int().nullable(),
  missing: z.array(RequiredAgency),
})
export type ItemQuorum = z.infer<typeof ItemQuorum>

/** By which rule a meeting decides: that of its kind which holds on its day. */
export async function ruleOf(
  tx: Db,
  areaId: AreaId,
  { kind, heldOn }: Pick<HeldMeeting, 'kind' | 'heldOn'>,
): Promise<QuorumRuleInForce> {
  return quorumRuleInForce(await keptQuorumRules(tx, areaId), kind, heldOn)
}

/** Quorum for one item of an agenda, fit to be answered. */
export function quorumOfItem(
  { rule }: QuorumRuleInForce,
  panel: { present: readonly Attendee[]; members: number | null },
  notCounted: readonly PersonId[],
): ItemQuorum {
  const { quorate, counted, more, missing } = quorumFor(rule, panel, new Set(notCounted))
  return { quorate, counted, more, missing: [...missing] }
}
