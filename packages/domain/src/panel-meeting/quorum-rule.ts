import { z } from 'zod'
import { PanelAgency } from '../actor/role.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'
import type { PanelMeetingKind } from './panel-meeting-kind.ts'

/** Agencies one of which must be there: mostly a single one. */
export const RequiredAgency = z.array(PanelAgency).min(1)
export type RequiredAgency = z.infer<typeof RequiredAgency>

/** Fewer than two people are no panel; more than thirty are on none. */
export const memberBounds = { least: 2, most: 30 } as const

/**
 * How many members, and which agencies among them, a panel needs to decide a case. Each member speaks for one agency. At
 * most one requirement can be met by several agencies: a form asks for it as one list.
 */
export const QuorumRule = z.strictObject({
  minMembers: z.int().min(memberBounds.least).max(memberBounds.most),
  /** Which share of all members of the panel must count as well, in percent; null where the number alone decides. */
  minShare: z.int().min(1).max(100).nullable(),
  requiredAgencies: z
    .array(RequiredAgency)
    .refine((required) => new Set(required.flat()).size === required.flat().length, {
      message: 'names an agency twice',
    })
    .refine((required) => required.filter((oneOf) => oneOf.length > 1).length <= 1, {
      message: 'has more than one choice of agencies',
    }),
})
export type QuorumRule = z.infer<typeof QuorumRule>

const usual: QuorumRule = {
  minMembers: 5,
  minShare: null,
  requiredAgencies: [['public-health'], ['health'], ['police'], ['social-care']],
}

/**
 * What holds in an area that has set nothing. Guidance asks for a quorate panel with the main agencies and gives no number:
 * this is the common local practice (domain reference 4.1, K-med), not a national rule. None is known of themed panels, so
 * they go by the standard one.
 */
export const usualQuorum: Readonly<Record<PanelMeetingKind, QuorumRule>> = {
  standard: usual,
  neonatal: {
    ...usual,
    requiredAgencies: [...usual.requiredAgencies, ['midwifery', 'neonatology', 'obstetrics']],
  },
  'themed-local': usual,
  'themed-regional': usual,
}

/** What an area has set for one kind of panel, from which day. */
export type DatedQuorumRule = {
  readonly kind: PanelMeetingKind
  readonly validFrom: PlainDate
  readonly rule: QuorumRule
}

/** A rule that counts, and since when; null while it is the common local practice. */
export type QuorumRuleInForce = { readonly rule: QuorumRule; readonly validFrom: PlainDate | null }

/**
 * The rule for a meeting of a kind: of those valid on the day it is held the newest set. A rule is set for days to come, so
 * that what a meeting has decided stands.
 */
export function quorumRuleInForce(
  newestFirst: readonly DatedQuorumRule[],
  kind: PanelMeetingKind,
  heldOn: PlainDate,
): QuorumRuleInForce {
  const set = newestFirst.find((one) => one.kind === kind && one.validFrom <= heldOn)
  return set === undefined
    ? { rule: usualQuorum[kind], validFrom: null }
    : { rule: set.rule, validFrom: set.validFrom }
}
