import { attack } from '../protection/attack.ts'
import { naturalLimits } from '../protection/natural-limits.ts'
import { auditedTable } from '../protection/protect.ts'
import type { PublishedCount, PublishedTable } from '../protection/published-table.ts'
import { isSmall, ProtectionRule, type ProtectionSettings } from '../protection/rule.ts'
import { secondGuess } from '../protection/second-guess.ts'
import { holds, holdsAbove, holdsBelow, intersection, size, type ValueSet } from '../protection/value-set.ts'
import { judge } from '../protection/verdict.ts'
import { type PublicView, viewOf } from '../protection/view.ts'
import { type Layout, layoutOf, type Position } from '../table/layout.ts'
import { Table } from '../table/table.ts'

/** What was released of a cell before, and the count behind it; null where nothing was. */
export type Earlier = Readonly<{ count: PublishedCount; basis: number }> | null

/** A figure that differs from the one released before. Both are public. */
export type ChangedCell = Position & Readonly<{ before: number; after: number }>

/** A table held to an earlier release of it, and every figure in which they differ. */
export type Revised = Readonly<{ table: PublishedTable; changed: readonly ChangedCell[] }>

/**
 * Revises a table that was released before, so that whoever holds both releases learns no hidden count from their
 * difference. The rule is public:
 *
 * - what was hidden stays hidden, with the count it had; what was shown stays shown;
 * - a figure that would differ by less than the threshold keeps its value, and so does one that could be changed only by
 *   showing a small count, or by making a hidden one less uncertain than it was; a total is the sum of what stands.
 *
 * Each hidden count is therefore the same unknown in both, reached by the same sums: two releases say of it what one says.
 * Null when not even the earlier figures fit together; nothing new may leave then.
 */
export function revise(
  after: Table,
  earlier: readonly Earlier[],
  settings: ProtectionSettings = {},
): Revised | null {
  const rule = ProtectionRule.parse(settings)
  const layout = layoutOf(after.measure)
  const moved = movable(after, layout, earlier, rule)
  for (;;) {
    const found = standing(after, layout, earlier, rule, new Set(moved))
    if (found !== null) return found
    if (moved.pop() === undefined) return null
  }
}

/**
 * The single cells that differ by the threshold or more, the largest difference first: the last is given up first. One
 * that is small by now can never move, and holds no other back.
 */
function movable(after: Table, layout: Layout, earlier: readonly Earlier[], rule: ProtectionRule): number[] {
  const totals = new Set(layout.lines.map(({ total }) => total))
  const distance = (at: number) => {
    const before = earlier[at]
    return before?.count.kind === 'shown' ? Math.abs((after.cells[at]?.count ?? 0) - before.count.value) : 0
  }
  return layout.positions
    .map((_, at) => at)
    .filter(
      (at) =>
        !totals.has(at) && distance(at) >= rule.threshold && !isSmall(after.cells[at]?.count ?? 0, rule),
    )
    .sort((one, other) => distance(other) - distance(one) || one - other)
}

/** The table in which these cells have moved and every other stands; null when it may not leave. */
function standing(
  after: Table,
  layout: Layout,
  earlier: readonly Earlier[],
  rule: ProtectionRule,
  moved: ReadonlySet<number>,
): Revised | null {
  const counts = layout.positions.map((_, at) => {
    const before = earlier[at]
    return before && !moved.has(at) ? before.basis : (after.cells[at]?.count ?? 0)
  })
  for (const { total, parts } of layout.lines) {
    counts[total] = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0)
  }
  const hidden = new Set(
    layout.positions.flatMap((_, at) => {
      const isHidden = earlier[at] ? earlier[at].count.kind === 'hidden' : isSmall(counts[at] ?? 0, rule)
      return isHidden ? [at] : []
    }),
  )
  const changed = differences(layout, earlier, counts)
  if (changed.some((cell) => Math.abs(cell.after - cell.before) < rule.threshold)) return null
  const read = Table.safeParse({
    ...after,
    cells: layout.positions.map((position, at) => ({ ...position, count: counts[at] })),
  })
  if (!read.success) return null
  const view = viewOf(layout, counts, hidden, rule)
  if (judge(view, counts) !== null || !saysNoMore(view, earlier, counts)) return null
  return { table: auditedTable(read.data, layout, hidden, rule), changed }
}

function differences(
  { positions }: Layout,
  earlier: readonly Earlier[],
  counts: readonly number[],
): ChangedCell[] {
  return positions.flatMap((position, at) => {
    const count = earlier[at]?.count
    const now = counts[at] ?? 0
    return count?.kind === 'shown' && count.value !== now
      ? [{ ...position, before: count.value, after: now }]
      : []
  })
}

/** Whether each hidden count keeps, before somebody who holds both releases, what it kept before one. */
function saysNoMore(view: PublicView, earlier: readonly Earlier[], counts: readonly number[]): boolean {
  // Years stand side by side without a sum.
  if (view.layout.shape === 'series') return true
  const shown = earlier.map((cell) => (cell?.count.kind === 'shown' ? cell.count.value : null))
  const before = { ...view, shown }
  const [was, is] = [attack(before), attack(view)]
  if (view.layout.shape === 'overlapping') {
    // Rows do not depend on each other: what both releases leave of one is what each of them leaves.
    return is.hidden.every((cell) => {
      const values = intersection(was.valuesOf(cell), is.valuesOf(cell))
      return isOpen(values, naturalLimits(view, cell), counts[cell] ?? 0, view.rule)
    })
  }
  const [wasGuessed, isGuessed] = [secondGuess(before, was), secondGuess(view, is)]
  return is.hidden.every(
    (cell) =>
      same(was.valuesOf(cell), is.valuesOf(cell)) &&
      same(wasGuessed.valuesOf(cell), isGuessed.valuesOf(cell)),
  )
}

function isOpen(
  values: ValueSet,
  limits: Readonly<{ low: number; high: number }>,
  truth: number,
  rule: ProtectionRule,
): boolean {
  if (!holds(values, truth) || size(values) < rule.minimumFeasible) return false
  return (
    (truth <= limits.low || holdsBelow(values, truth)) && (truth >= limits.high || holdsAbove(values, truth))
  )
}

function same(one: ValueSet, other: ValueSet): boolean {
  return (
    one.length === other.length &&
    one.every(({ min, max }, at) => other[at]?.min === min && other[at]?.max === max)
  )
}
