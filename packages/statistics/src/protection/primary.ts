import type { Layout, Line } from '../table/layout.ts'
import { isSmall, type ProtectionRule } from './rule.ts'

/** The cells the rule hides whatever else is hidden: primary ones and the zeros that would speak about them. */
export function mustBeHidden(layout: Layout, counts: readonly number[], rule: ProtectionRule): Set<number> {
  return withSilentZeros(layout, counts, primaryCells(layout, counts, rule), rule)
}

/** The cells that must be hidden for what they say themselves: small counts, and lines with a lone category. */
function primaryCells(layout: Layout, counts: readonly number[], rule: ProtectionRule): Set<number> {
  const hidden = new Set<number>()
  counts.forEach((count, at) => {
    if (isSmall(count, rule)) hidden.add(at)
  })
  if (layout.shape === 'overlapping') {
    const total = counts.at(-1) ?? 0
    for (let at = 0; at < layout.rows.length; at += 1) {
      const count = counts[at] ?? 0
      // A factor that all but a few reviews have tells as much about those few; one that all have, about everyone.
      if (isSmall(total - count, rule) || (rule.hideLoneCategories && count > 0 && count === total))
        hidden.add(at)
    }
  }
  if (rule.hideLoneCategories) {
    for (const line of layout.lines) if (isLone(line, counts)) for (const part of line.parts) hidden.add(part)
  }
  return hidden
}

/** Whether all cases of a line with several categories stand in one of them. */
function isLone({ parts }: Line, counts: readonly number[]): boolean {
  return parts.length > 1 && parts.filter((part) => (counts[part] ?? 0) > 0).length === 1
}

/**
 * Hides the zeros of every line that would otherwise show nothing but zeros beside hidden cells. Shown, such a zero
 * would say "this line has no lone category", which narrows the cells beside it; hidden, the line says nothing.
 */
export function withSilentZeros(
  layout: Layout,
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  rule: ProtectionRule,
): Set<number> {
  const closed = new Set(hidden)
  if (!rule.hideLoneCategories) return closed
  let grew = true
  while (grew) {
    grew = false
    for (const { parts } of layout.lines) {
      const shown = parts.filter((part) => !closed.has(part))
      if (shown.length === 0 || shown.length === parts.length) continue
      if (shown.some((part) => (counts[part] ?? 0) > 0)) continue
      for (const part of shown) closed.add(part)
      grew = true
    }
  }
  return closed
}
