import { z } from 'zod'

/** The disclosure rule of a release. It is public: safety may not rest on hiding it. */
export const ProtectionRule = z
  .strictObject({
    /** Counts from 1 to one less than this are hidden. 5 as most panels publish, 8 as NHS England, 10 as ONS. */
    threshold: z.int().min(2).default(5),
    /** How many values a hidden cell must keep in the attacker's eyes. */
    minimumFeasible: z.int().min(2).default(3),
    /** Hide a row or column whose cases all stand in one category: it tells about everyone in the group. */
    hideLoneCategories: z.boolean().default(true),
    /** No percentage of fewer than this is published. */
    minimumDenominator: z.int().min(1).default(50),
    /**
     * Hidden cells of a table may be hidden for what another table of this or an earlier release would tell. The table by itself
     * gives no reason for them then, and only the joint attacker can say how certain they are.
     */
    joint: z.boolean().default(false),
  })
  .refine(
    (rule) => rule.threshold > rule.minimumFeasible,
    'with so low a threshold a hidden count keeps too few values',
  )
export type ProtectionRule = z.infer<typeof ProtectionRule>
export type ProtectionSettings = z.input<typeof ProtectionRule>

/** Whether a count is one the rule hides for being small. */
export function isSmall(count: number, rule: ProtectionRule): boolean {
  return count >= 1 && count < rule.threshold
}
