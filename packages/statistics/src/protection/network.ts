import type { Layout } from '../table/layout.ts'

/** One cell as a pipe between two sums. */
type Arc = Readonly<{ from: number; to: number }>

/**
 * A table with totals as a network: every row and column is a junction, every cell (totals too) a pipe, and "the parts
 * add up to the total" is "what flows in flows out". Its equations are totally unimodular, so the least and greatest
 * flow through a pipe are whole numbers and every whole number between them is possible: integer programming without a
 * solver. Only for partitions.
 */
export type Network = Readonly<{
  nodes: number
  arcs: readonly Arc[]
  touching: readonly (readonly number[])[]
}>

/** Stands for "without limit". Counts are far below it, and sums of it stay exact. */
export const unlimited = 2 ** 40

/** The network of a partition. Interior cells and the grand total run from row to column, other totals back. */
export function networkOf({ rows, columns }: Layout): Network {
  const isOneWay = columns.length === 0
  const rowNodes = isOneWay ? 1 : rows.length + 1
  const arcs: Arc[] = []
  for (let row = 0; row <= rows.length; row += 1) {
    for (let column = 0; column <= columns.length; column += 1) {
      const rowNode = isOneWay ? 0 : row
      const columnNode = rowNodes + column
      const isForward = (row === rows.length) === (column === columns.length)
      arcs.push(isForward ? { from: rowNode, to: columnNode } : { from: columnNode, to: rowNode })
    }
  }
  const nodes = rowNodes + columns.length + 1
  const touching: number[][] = Array.from({ length: nodes }, () => [])
  arcs.forEach(({ from, to }, at) => {
    touching[from]?.push(at)
    touching[to]?.push(at)
  })
  return { nodes, arcs, touching }
}

/** How much each pipe may carry. */
export type Bounds = Readonly<{ lower: readonly number[]; upper: readonly number[] }>

/** One pipe walked on a way through the network: with its direction, or against it. */
export type Step = Readonly<{ arc: number; forward: boolean }>

/** By how much the flow in a pipe may still change in a direction. */
export function slack(flow: readonly number[], bounds: Bounds, { arc, forward }: Step): number {
  const now = flow[arc] ?? 0
  return forward ? (bounds.upper[arc] ?? 0) - now : now - (bounds.lower[arc] ?? 0)
}

/** The shortest way with slack from `start` to a node that `isGoal`, never through the pipe `except`. */
export function findWay(
  network: Network,
  flow: readonly number[],
  bounds: Bounds,
  start: number,
  isGoal: (node: number) => boolean,
  except = -1,
): { steps: Step[]; goal: number } | null {
  const arrivedBy: (Step | undefined)[] = new Array(network.nodes)
  const seen = new Uint8Array(network.nodes)
  const queue = [start]
  seen[start] = 1
  for (let next = 0; next < queue.length; next += 1) {
    const node = queue[next]
    if (node === undefined) break
    if (isGoal(node)) return { steps: walkBack(network, arrivedBy, start, node), goal: node }
    for (const arc of network.touching[node] ?? []) {
      const ends = network.arcs[arc]
      if (arc === except || ends === undefined) continue
      const step: Step = { arc, forward: ends.from === node }
      const far = step.forward ? ends.to : ends.from
      if (seen[far] === 1 || slack(flow, bounds, step) <= 0) continue
      seen[far] = 1
      arrivedBy[far] = step
      queue.push(far)
    }
  }
  return null
}

/** The steps from `start` to `goal`, read backwards from how each node was reached. */
export function walkBack(
  network: Network,
  arrivedBy: readonly (Step | undefined)[],
  start: number,
  goal: number,
): Step[] {
  const steps: Step[] = []
  for (let node = goal; node !== start; ) {
    const step: Step | undefined = arrivedBy[node]
    const ends: Arc | undefined = step && network.arcs[step.arc]
    if (step === undefined || ends === undefined) throw new RangeError('the way is broken')
    steps.push(step)
    node = step.forward ? ends.from : ends.to
  }
  return steps.reverse()
}
