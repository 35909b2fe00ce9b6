import type { Layout } from '../table/layout.ts'
import { type Network, networkOf } from './network.ts'
import { mustBeHidden, withSilentZeros } from './primary.ts'
import type { ProtectionRule } from './rule.ts'
import { judge, type Weakness } from './verdict.ts'
import { viewOf } from './view.ts'
import { type Widening, widen } from './widen.ts'

/**
 * The cells to hide so that the auditor finds nothing, or null when no pattern was found. First the cells that must be
 * hidden for themselves; then, as long as the auditor finds a weak cell, the cheapest ones that widen it; last, every
 * complementary cell that turns out not to be needed is shown again. Deterministic.
 */
export function chooseHidden(
  layout: Layout,
  counts: readonly number[],
  rule: ProtectionRule,
): ReadonlySet<number> | null {
  const primary = mustBeHidden(layout, counts, rule)
  if (layout.shape !== 'partition') {
    return judge(viewOf(layout, counts, primary, rule), counts) === null ? primary : null
  }
  const network = networkOf(layout)
  const cost = lossOf(layout, counts)
  let hidden: ReadonlySet<number> = primary
  for (;;) {
    const found = judge(viewOf(layout, counts, hidden, rule), counts)
    if (found === null) break
    const more =
      cheapestRemedy(network, counts, hidden, found.cell, found.weakness, cost) ??
      neighbours(layout, hidden, found.cell)
    if (more.length === 0) return null
    hidden = withSilentZeros(layout, counts, new Set([...hidden, ...more]), rule)
  }
  return withoutNeedless(layout, counts, rule, primary, hidden, cost)
}

function cheapestRemedy(
  network: Network,
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  cell: number,
  weakness: Weakness,
  cost: (cell: number) => number,
): readonly number[] | null {
  const up = weakness === 'nothing-below' ? null : widen(network, counts, hidden, cell, 'up', cost)
  const down = weakness === 'nothing-above' ? null : widen(network, counts, hidden, cell, 'down', cost)
  const ways = [up, down].filter((way): way is Widening => way !== null)
  return ways.sort((one, other) => one.cost - other.cost).at(0)?.cells ?? null
}

/** Everything still shown in the lines of a cell: the last resort, when no single way widens it. */
function neighbours(layout: Layout, hidden: ReadonlySet<number>, cell: number): number[] {
  const lines = layout.lines.filter(({ total, parts }) => total === cell || parts.includes(cell))
  return [...new Set(lines.flatMap(({ total, parts }) => [...parts, total]))].filter((at) => !hidden.has(at))
}

function withoutNeedless(
  layout: Layout,
  counts: readonly number[],
  rule: ProtectionRule,
  primary: ReadonlySet<number>,
  found: ReadonlySet<number>,
  cost: (cell: number) => number,
): ReadonlySet<number> {
  let hidden = found
  const complementary = [...found].filter((cell) => !primary.has(cell)).sort((a, b) => cost(b) - cost(a))
  for (const cell of complementary) {
    const fewer = new Set(hidden)
    fewer.delete(cell)
    if (withSilentZeros(layout, counts, fewer, rule).size !== fewer.size) continue
    const near = layout.lines.filter(({ total, parts }) => total === cell || parts.includes(cell))
    const first = near.flatMap(({ total, parts }) => [...parts, total])
    if (judge(viewOf(layout, counts, fewer, rule), counts, first) === null) hidden = fewer
  }
  return hidden
}

/** What readers lose with a cell: one interior cell is one, a little more if it is large; totals count for their line. */
function lossOf(layout: Layout, counts: readonly number[]): (cell: number) => number {
  const most = Math.max(1, ...counts)
  const weights = counts.map((count) => 1 + count / (most + 1))
  for (const { total, parts } of layout.lines) {
    weights[total] = (weights[total] ?? 1) + 2 * parts.length
  }
  return (cell) => weights[cell] ?? 1
}
