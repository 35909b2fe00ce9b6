import { attackPartition } from './attack-partition.ts'
import { largest } from './natural-limits.ts'
import { union, type ValueRange, type ValueSet } from './value-set.ts'
import type { PublicView } from './view.ts'

/** What the attacker can say about each hidden cell (by its index): an empty set means "no such table exists". */
export type Findings = Readonly<{ hidden: readonly number[]; valuesOf: (cell: number) => ValueSet }>

/**
 * The strong attacker. It knows every shown number, that counts are whole and not negative, the threshold, and the
 * rule: among hidden cells that hang together at least one is small, or a wholly hidden line may have a lone
 * category. It cannot tell first from complementary hiding, both being [c]. Its answers are exact: every value in
 * a set is taken by some table it cannot rule out, and no other value is.
 *
 * It does not replay the choice of complementary cells (which of several equally safe patterns `protect` picked).
 */
export function attack(view: PublicView): Findings {
  const hidden = view.shown.flatMap((count, at) => (count === null ? [at] : []))
  switch (view.layout.shape) {
    case 'partition':
      return { hidden, valuesOf: attackPartition(view) }
    case 'overlapping':
      return { hidden, valuesOf: (cell) => attackOverlapping(view, cell) }
    case 'series':
      return { hidden, valuesOf: () => [view.rule.joint ? { min: 0, max: null } : smallValues(view)] }
  }
}

/** Each row is hidden for itself: it, or what is missing to the total, is small; or it is the total. */
function attackOverlapping(view: PublicView, cell: number): ValueSet {
  const { rule, shown, layout } = view
  const small = smallValues(view)
  const totalAt = layout.positions.length - 1
  if (cell === totalAt) {
    const most = largest(shown)
    if (rule.joint) return [{ min: most, max: null }]
    return union([{ min: Math.max(most, small.min), max: small.max }])
  }
  const total = shown[totalAt] ?? null
  // By itself the total is hidden only when it is small, and no row counts more than it.
  if (total === null) return rule.joint ? [{ min: 1, max: null }] : [small]
  const below = (max: number) => ({ min: 1, max: Math.min(max, total) })
  const complement = {
    min: Math.max(1, total - rule.threshold + 1),
    max: rule.hideLoneCategories ? total : total - 1,
  }
  return union([below(rule.threshold - 1), complement])
}

function smallValues({ rule }: PublicView): ValueRange & { max: number } {
  return { min: 1, max: rule.threshold - 1 }
}
