/** A set of fields, sorted. */
export type Fields = readonly string[]

/** The cuts of a population that are held apart, and how they hang together: parts of `one` and `other` agree on `shared`. */
export type MarginTree = Readonly<{
  cliques: readonly Fields[]
  links: readonly Readonly<{ one: number; other: number; shared: Fields }>[]
  /** Whether some tables run in a circle. */
  isCircular: boolean
}>

/**
 * The fewest cuts that hold every table and lose nothing between them. Where tables hang together like a tree (a decomposable
 * model), counts that agree on what two tables share always come from some set of facts, whole numbers included, so each table's own
 * cells are enough. Where they run in a circle (age × sex, sex × place, age × place), agreement in pairs is not enough, and the circle's
 * fields are cut together. Found by Graham's reduction; the tree by greatest overlap.
 */
export function marginTree(tables: readonly Fields[]): MarginTree {
  const edges = maximal(tables.map((fields) => [...fields].sort()))
  const circle = [...new Set(residual(edges).flat())].sort()
  const cliques = maximal(circle.length > 0 ? [...edges, circle] : edges)
  const links: { one: number; other: number; shared: Fields }[] = []
  const reached = new Set(cliques.length > 0 ? [0] : [])
  while (reached.size < cliques.length) {
    let best: { one: number; other: number; shared: Fields } | undefined
    for (const one of reached) {
      for (let other = 0; other < cliques.length; other += 1) {
        if (reached.has(other)) continue
        const shared = (cliques[one] ?? []).filter((field) => cliques[other]?.includes(field))
        if (best === undefined || shared.length > best.shared.length) best = { one, other, shared }
      }
    }
    if (best === undefined) break
    links.push(best)
    reached.add(best.other)
  }
  return { cliques, links, isCircular: circle.length > 0 }
}

/** What Graham's reduction leaves: nothing when the tables hang together like a tree, the circle otherwise. */
function residual(edges: readonly Fields[]): Fields[] {
  let left: Fields[] = [...edges]
  for (;;) {
    const times = new Map<string, number>()
    for (const field of left.flat()) times.set(field, (times.get(field) ?? 0) + 1)
    const shorter = maximal(left.map((fields) => fields.filter((field) => (times.get(field) ?? 0) > 1)))
    const sizeOf = (all: readonly Fields[]) => all.reduce((sum, { length }) => sum + length + 1, 0)
    if (sizeOf(shorter) === sizeOf(left)) return left.length > 1 ? left : []
    left = shorter
  }
}

function maximal(edges: readonly Fields[]): Fields[] {
  const kept: Fields[] = []
  for (const edge of [...edges].sort((one, other) => other.length - one.length)) {
    if (!kept.some((other) => edge.every((field) => other.includes(field)))) kept.push(edge)
  }
  return kept
}
