import type { Component } from './component.ts'
import type { Cube, Row, Sum } from './cube.ts'
import type { Exposure } from './joint-verdict.ts'
import type { Solver } from './solver.ts'

/** What may be hidden still, and what readers lose by it. */
export type Choice = Readonly<{
  isHidden: (index: number) => boolean
  cost: (index: number) => number | null
}>

/**
 * The cheapest shown numbers to hide so that the exposed one may be one less, or one more, than it can be now: least cost by which all
 * tables can move together (a linear programme; Fischetti and Salazar-González 2001 weigh so as well). Null when nothing helps.
 */
export function cheapestRemedy(
  cube: Cube,
  component: Component,
  renumbered: readonly number[],
  exposure: Exposure,
  choice: Choice,
  solver: Solver,
): readonly number[] | null {
  const { side, reach } = exposure
  const targets = [
    ...(side !== 'above' && reach.min > 0 ? [reach.min - 1] : []),
    ...(side !== 'below' && reach.max < cube.most ? [reach.max + 1] : []),
  ]
  const found = targets.flatMap((target) => {
    const way = movedTo(cube, component, renumbered, exposure.class, target, choice, solver)
    return way === null || way.classes.length === 0 ? [] : [way]
  })
  const [best] = found.sort((one, other) => one.cost - other.cost)
  return best?.classes ?? null
}

function movedTo(
  cube: Cube,
  component: Component,
  renumbered: readonly number[],
  exposed: number,
  target: number,
  { isHidden, cost }: Choice,
  solver: Solver,
): { classes: number[]; cost: number } | null {
  let { variables } = component
  const costs: [number, number][] = []
  const movable: { index: number; up: number; down: number }[] = []
  const rows: Row[] = [...component.rows]
  for (const index of component.classes) {
    const { sum: wide, truth } = cube.classes[index] ?? { sum: [], truth: 0 }
    const sum: Sum = wide.map(([variable, times]) => [renumbered[variable] ?? 0, times])
    if (index === exposed) {
      rows.push({ sum, low: target, high: target })
    } else if (isHidden(index)) {
      rows.push({ sum, low: 0, high: cube.most })
    } else {
      const price = cost(index)
      if (price === null) {
        rows.push({ sum, low: truth, high: truth })
        continue
      }
      const [up, down] = [variables, variables + 1]
      variables += 2
      movable.push({ index, up, down })
      costs.push([up, price], [down, price])
      rows.push({ sum: [...sum, [up, -1], [down, 1]], low: truth, high: truth })
    }
  }
  const programme = solver.open({ variables, most: cube.most, choices: 0, whole: false, rows })
  try {
    const found = programme.optimise(costs, 'least')
    if (found === null) return null
    const moves = ({ up, down }: { up: number; down: number }) =>
      (found.point[up] ?? 0) + (found.point[down] ?? 0) > 1e-6
    const classes = movable.filter(moves).map(({ index }) => index)
    return { classes, cost: classes.reduce((total, index) => total + (cost(index) ?? 0), 0) }
  } finally {
    programme.close()
  }
}
