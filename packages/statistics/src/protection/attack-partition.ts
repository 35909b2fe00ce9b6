import { extremes, feasibleFlow } from './flow.ts'
import { type Bounds, type Network, networkOf, unlimited } from './network.ts'
import { union, type ValueRange, type ValueSet } from './value-set.ts'
import type { PublicView } from './view.ts'

/** One way the rule explains why cells are hidden: tighter bounds on some of them. */
type Reason = Readonly<{ about: number; bounds: Bounds; flow: () => readonly number[] | null }>

/**
 * Exact value sets of the hidden cells of a table with totals. Under one reason the values of a cell are a range
 * (total unimodularity); over all the reasons that could explain its part of the pattern they are a union of ranges.
 */
export function attackPartition(
  view: PublicView,
  bounds: Bounds = publicBounds(view.shown),
): (cell: number) => ValueSet {
  const network = networkOf(view.layout)
  const flow = feasibleFlow(network, bounds)
  if (flow === null) return () => []
  if (view.rule.joint) return (cell) => union([extremes(network, flow, bounds, cell)])
  const groups = groupsOf(network, view.shown)
  const reasons = reasonsOf(view, network, bounds)
  const explained = new Set<number | undefined>()
  for (const reason of reasons) {
    const group = groups[reason.about]
    if (!explained.has(group) && reason.flow() !== null) explained.add(group)
  }
  const isPossible = view.shown.every((count, at) => count !== null || explained.has(groups[at]))
  if (!isPossible) return () => []
  const known = new Map<number, ValueSet>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const widest = extremes(network, flow, bounds, cell)
    const found: ValueRange[] = []
    for (const reason of reasons) {
      if (groups[reason.about] !== groups[cell]) continue
      const example = reason.flow()
      if (example === null) continue
      found.push(extremes(network, example, reason.bounds, cell))
      const [first] = union(found)
      if (first?.min === widest.min && first.max === widest.max) break
    }
    const values = union(found)
    known.set(cell, values)
    return values
  }
}

/** What the shown counts alone say: shown cells are what they are, hidden ones anything from zero. */
export function publicBounds(shown: readonly (number | null)[]): Bounds {
  return { lower: shown.map((count) => count ?? 0), upper: shown.map((count) => count ?? unlimited) }
}

function reasonsOf({ layout, shown, rule }: PublicView, network: Network, bounds: Bounds): Reason[] {
  const reasons: Reason[] = []
  const consider = (about: number, tighter: Bounds) => {
    let flow: readonly number[] | null | undefined
    reasons.push({
      about,
      bounds: tighter,
      flow: () => {
        if (flow === undefined) flow = feasibleFlow(network, tighter)
        return flow
      },
    })
  }
  shown.forEach((count, at) => {
    if (count !== null) return
    consider(at, { lower: raised(bounds.lower, at, 1), upper: capped(bounds.upper, at, rule.threshold - 1) })
  })
  if (!rule.hideLoneCategories) return reasons
  for (const { parts } of layout.lines) {
    if (parts.length < 2 || parts.some((part) => shown[part] !== null)) continue
    for (const lone of parts) {
      const lower = raised(bounds.lower, lone, 1)
      const upper = bounds.upper.map((limit, at) => (parts.includes(at) && at !== lone ? 0 : limit))
      consider(lone, { lower, upper })
    }
  }
  return reasons
}

function raised(limits: readonly number[], at: number, least: number): number[] {
  return limits.map((limit, cell) => (cell === at ? Math.max(limit, least) : limit))
}

function capped(limits: readonly number[], at: number, most: number): number[] {
  return limits.map((limit, cell) => (cell === at ? Math.min(limit, most) : limit))
}

/**
 * Numbers the groups of hidden cells that hang together through sums. What is hidden in one group says nothing about
 * another, so each group must have its own reason.
 */
export function groupsOf(network: Network, shown: readonly (number | null)[]): number[] {
  const root = Array.from({ length: network.nodes }, (_, node) => node)
  const find = (node: number): number => {
    const up = root[node] ?? node
    return up === node ? node : find(up)
  }
  network.arcs.forEach(({ from, to }, at) => {
    if (shown[at] === null) root[find(from)] = find(to)
  })
  return network.arcs.map(({ from }) => find(from))
}
