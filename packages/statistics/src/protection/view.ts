import type { Layout } from '../table/layout.ts'
import type { ProtectionRule } from './rule.ts'

/** What the public sees of a table: its bones, the shown counts (null where hidden) and the rule. */
export type PublicView = Readonly<{ layout: Layout; shown: readonly (number | null)[]; rule: ProtectionRule }>

/** The view that remains when these cells are hidden. */
export function viewOf(
  layout: Layout,
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  rule: ProtectionRule,
): PublicView {
  return { layout, rule, shown: counts.map((count, at) => (hidden.has(at) ? null : count)) }
}
