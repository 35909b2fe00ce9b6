import { pushed } from './flow.ts'
import { type Bounds, type Network, type Step, slack, unlimited, walkBack } from './network.ts'

/** Cells to hide so that a cell may be one more, or one less, than the hidden cells allow now; and what that costs. */
export type Widening = Readonly<{ cells: readonly number[]; cost: number }>

/**
 * The cheapest shown cells to hide so that the attacker must allow one value more on that side of the truth, or null
 * when the side is open already or cannot be opened. `cost` gives the loss of hiding each shown cell.
 */
export function widen(
  network: Network,
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  cell: number,
  direction: 'up' | 'down',
  cost: (cell: number) => number,
): Widening | null {
  const ends = network.arcs[cell]
  if (ends === undefined) return null
  const onlyHidden: Bounds = {
    lower: counts.map((count, at) => (hidden.has(at) ? 0 : count)),
    upper: counts.map((count, at) => (hidden.has(at) ? unlimited : count)),
  }
  const flow = counts.slice()
  const reached = pushed(network, flow, onlyHidden, cell, direction)
  if (reached >= unlimited / 2 || (direction === 'down' && reached >= (counts[cell] ?? 0))) return null
  const [start, goal] = direction === 'up' ? [ends.to, ends.from] : [ends.from, ends.to]
  const everything: Bounds = { lower: counts.map(() => 0), upper: counts.map(() => unlimited) }
  const steps = cheapestWay(network, flow, everything, start, goal, cell, (at) =>
    hidden.has(at) ? 0 : cost(at),
  )
  if (steps === null) return null
  const cells = steps.map(({ arc }) => arc).filter((at) => !hidden.has(at))
  return cells.length === 0 ? null : { cells, cost: cells.reduce((sum, at) => sum + cost(at), 0) }
}

/** Dijkstra over the pipes that still have slack, without the pipe `except`. */
function cheapestWay(
  network: Network,
  flow: readonly number[],
  bounds: Bounds,
  start: number,
  goal: number,
  except: number,
  cost: (arc: number) => number,
): Step[] | null {
  const distance = new Array<number>(network.nodes).fill(Number.POSITIVE_INFINITY)
  const arrivedBy: (Step | undefined)[] = new Array(network.nodes)
  const open = new Set(distance.keys())
  distance[start] = 0
  while (open.size > 0) {
    let nearest = -1
    for (const node of open) {
      if (nearest === -1 || (distance[node] ?? 0) < (distance[nearest] ?? 0)) nearest = node
    }
    const travelled = distance[nearest] ?? Number.POSITIVE_INFINITY
    if (travelled === Number.POSITIVE_INFINITY) return null
    if (nearest === goal) return walkBack(network, arrivedBy, start, goal)
    open.delete(nearest)
    for (const arc of network.touching[nearest] ?? []) {
      const ends = network.arcs[arc]
      if (arc === except || ends === undefined) continue
      const step = { arc, forward: ends.from === nearest }
      const far = step.forward ? ends.to : ends.from
      const through = travelled + cost(arc)
      if (slack(flow, bounds, step) < 1 || through >= (distance[far] ?? 0)) continue
      distance[far] = through
      arrivedBy[far] = step
    }
  }
  return null
}
