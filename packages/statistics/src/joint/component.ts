import type { Cube, Row } from './cube.ts'

/** What hangs together in a cube: nothing hidden in one says anything about another. */
export type Component = Readonly<{ variables: number; rows: readonly Row[]; classes: readonly number[] }>

/** A cube taken apart; sums of a component are over its own variables, which `renumbered` gives. */
export type Apart = Readonly<{ components: readonly Component[]; renumbered: readonly number[] }>

/** Takes a cube apart. */
export function apart({ variables, rows, classes }: Cube): Apart {
  const root = Array.from({ length: variables }, (_, at) => at)
  const find = (at: number): number => {
    let up = at
    while (root[up] !== up) {
      root[up] = root[root[up] ?? up] ?? up
      up = root[up] ?? up
    }
    return up
  }
  for (const { sum } of [...rows, ...classes]) {
    const [first] = sum
    for (const [variable] of sum) root[find(variable)] = find(first?.[0] ?? variable)
  }
  const numberOf = new Map<number, number>()
  const sizes: number[] = []
  const renumbered = root.map((_, at) => {
    const top = find(at)
    const component = numberOf.get(top) ?? sizes.length
    numberOf.set(top, component)
    sizes[component] = (sizes[component] ?? 0) + 1
    return (sizes[component] ?? 1) - 1
  })
  const componentOf = (variable: number | undefined) => numberOf.get(find(variable ?? 0)) ?? 0
  const components = sizes.map((size) => ({ variables: size, rows: [] as Row[], classes: [] as number[] }))
  for (const row of rows) {
    const sum = row.sum.map(([variable, times]) => [renumbered[variable] ?? 0, times] as const)
    if (sum.length > 0) components[componentOf(row.sum[0]?.[0])]?.rows.push({ ...row, sum })
  }
  for (const [at, { sum }] of classes.entries()) {
    if (sum.length > 0) components[componentOf(sum[0]?.[0])]?.classes.push(at)
  }
  return { components, renumbered }
}
