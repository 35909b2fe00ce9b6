import { type Bounds, findWay, type Network, type Step, slack, unlimited } from './network.ts'

/** A whole-number flow within the bounds, or null when no table fits them. */
export function feasibleFlow(network: Network, bounds: Bounds): number[] | null {
  const flow = bounds.lower.slice()
  if (bounds.lower.some((low, arc) => low > (bounds.upper[arc] ?? 0))) return null
  const excess = new Array<number>(network.nodes).fill(0)
  network.arcs.forEach(({ from, to }, arc) => {
    const carried = flow[arc] ?? 0
    excess[from] = (excess[from] ?? 0) - carried
    excess[to] = (excess[to] ?? 0) + carried
  })
  for (let node = 0; node < network.nodes; node += 1) {
    while ((excess[node] ?? 0) > 0) {
      const way = findWay(network, flow, bounds, node, (goal) => (excess[goal] ?? 0) < 0)
      if (way === null) return null
      const amount = Math.min(excess[node] ?? 0, -(excess[way.goal] ?? 0), narrowest(flow, bounds, way.steps))
      push(flow, way.steps, amount)
      excess[node] = (excess[node] ?? 0) - amount
      excess[way.goal] = (excess[way.goal] ?? 0) + amount
    }
  }
  return flow
}

/** The least or greatest flow through a pipe; the greatest is null when there is no limit. */
export type Extremes = Readonly<{ min: number; max: number | null }>

/** The exact least and greatest flow through a pipe, from any flow within the bounds. */
export function extremes(network: Network, flow: readonly number[], bounds: Bounds, arc: number): Extremes {
  const now = flow[arc] ?? 0
  const fall = pushed(network, flow.slice(), bounds, arc, 'down')
  const rise = pushed(network, flow.slice(), bounds, arc, 'up')
  return { min: now - fall, max: rise >= unlimited / 2 ? null : now + rise }
}

/**
 * Changes `flow` so that the pipe `arc` could carry as much more (or less) as the bounds allow, and returns how much.
 * `flow` holds the other pipes' new values; the pipe's own entry is left as it was.
 */
export function pushed(
  network: Network,
  flow: number[],
  bounds: Bounds,
  arc: number,
  direction: 'up' | 'down',
): number {
  const ends = network.arcs[arc]
  if (ends === undefined) throw new RangeError('there is no such cell')
  const [start, goal] = direction === 'up' ? [ends.to, ends.from] : [ends.from, ends.to]
  const limit = slack(flow, bounds, { arc, forward: direction === 'up' })
  let total = 0
  while (total < limit) {
    const way = findWay(network, flow, bounds, start, (node) => node === goal, arc)
    if (way === null) break
    const amount = Math.min(limit - total, narrowest(flow, bounds, way.steps))
    total += amount
    if (amount >= unlimited / 2) break
    push(flow, way.steps, amount)
  }
  return total
}

function narrowest(flow: readonly number[], bounds: Bounds, steps: readonly Step[]): number {
  return steps.reduce((least, step) => Math.min(least, slack(flow, bounds, step)), unlimited)
}

function push(flow: number[], steps: readonly Step[], amount: number): void {
  for (const { arc, forward } of steps) flow[arc] = (flow[arc] ?? 0) + (forward ? amount : -amount)
}
