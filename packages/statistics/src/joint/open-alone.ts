import { attack } from '../protection/attack.ts'
import { attackPartition } from '../protection/attack-partition.ts'
import { holdsAbove, holdsBelow, size } from '../protection/value-set.ts'
import { type PublicView, viewOf } from '../protection/view.ts'
import { layoutOf } from '../table/layout.ts'
import type { Cube } from './cube.ts'
import type { Reach } from './joint-attack.ts'
import { cutBy, type JointTable, yearField } from './joint-table.ts'
import { marginTree } from './margins.ts'

/** A number that is open even if everybody knew every number its table shares with others. `reach` is what it takes at least. */
export type OpenAlone = Readonly<{ reach: Reach; guessed: boolean }>

/**
 * The hidden numbers that need no joint search: with everything its table shares with another held at the truth, exact flows leave
 * them values enough already, and whatever moves within one table alone fits all others. Only where tables hang together like a tree.
 */
export function openAlone(
  cube: Cube,
  hides: (index: number) => boolean,
  natural: (index: number) => Reach,
): Map<number, OpenAlone> {
  const found = new Map<number, OpenAlone>()
  for (const [index, table] of cube.tables.entries()) {
    const shared = sharedCells(cube, table)
    if (shared === null) continue
    const layout = layoutOf(table.measure)
    const classOf = (at: number) => cube.classOf[index]?.[at] ?? -1
    const free = new Set(
      layout.positions.flatMap((_, at) => (hides(classOf(at)) && !shared.has(at) ? [at] : [])),
    )
    if (free.size === 0) continue
    const view = viewOf(layout, table.counts, free, { ...table.rule, joint: false })
    const findings = attack(view)
    const guesses = guessed(view, findings.valuesOf, (at) => natural(classOf(at)))
    for (const at of free) {
      const values = findings.valuesOf(at)
      const truth = table.counts[at] ?? 0
      const { min, max } = natural(classOf(at))
      const open =
        size(values) >= table.rule.minimumFeasible &&
        (truth <= min || holdsBelow(values, truth)) &&
        (truth >= max || holdsAbove(values, truth))
      if (!open) continue
      const reach = {
        min: values[0]?.min ?? truth,
        max: Math.min(cube.most, values.at(-1)?.max ?? cube.most),
      }
      found.set(classOf(at), { reach, guessed: size(guesses(at)) >= table.rule.minimumFeasible })
    }
  }
  return found
}

/** What is left when no number stands at an end of its values, natural limits of all tables aside. */
function guessed(
  view: PublicView,
  valuesOf: ReturnType<typeof attack>['valuesOf'],
  natural: (at: number) => Reach,
) {
  const lower: number[] = []
  const upper: number[] = []
  for (const [at, count] of view.shown.entries()) {
    const values = count === null ? valuesOf(at) : []
    const least = count ?? values[0]?.min ?? 0
    const most = count ?? values.at(-1)?.max ?? 2 ** 40
    lower.push(count === null && least > natural(at).min ? least + 1 : least)
    upper.push(count === null && most < natural(at).max ? most - 1 : most)
  }
  return attackPartition(view, { lower, upper })
}

/** The cells of a table whose change another table would show or feel; null where that is not to be told from its margins. */
function sharedCells(cube: Cube, table: JointTable): Set<number> | null {
  const { measure } = table
  const layout = layoutOf(measure)
  const filtered = measure.filters.some(({ field }) => field !== yearField(measure))
  const lags = table.counts.some((count, at) => count !== table.exact[at])
  if (layout.shape !== 'partition' || filtered || lags || measure.rows.field === yearField(measure))
    return null
  const others = cube.tables.filter(
    (other) => other !== table && other.measure.population === measure.population,
  )
  if (marginTree([table, ...others].map((one) => cutBy(one.measure))).isCircular) return null
  const shared = new Set<number>([layout.positions.length - 1])
  for (const other of others) {
    const fields = cutBy(other.measure)
    const rows = fields.includes(measure.rows.field)
    const columns = measure.columns !== null && fields.includes(measure.columns.field)
    if (rows && (columns || measure.columns === null)) return null
    for (const [at, { row, column }] of layout.positions.entries()) {
      if ((rows && column === 'total') || (columns && row === 'total')) shared.add(at)
    }
  }
  return shared
}
