import { mustBeHidden } from '../protection/primary.ts'
import { judge } from '../protection/verdict.ts'
import { viewOf } from '../protection/view.ts'
import { layoutOf } from '../table/layout.ts'
import { apart, type Component } from './component.ts'
import { type Cube, CubeTooLarge, cubeOf, groupedByFacts } from './cube.ts'
import { type JointAttack, openAttack } from './joint-attack.ts'
import type { JointTable } from './joint-table.ts'
import { type Exposure, firstExposed, naturalReach } from './joint-verdict.ts'
import { openAlone } from './open-alone.ts'
import { hides, lossOf, neighbours, together } from './pattern.ts'
import { cheapestRemedy } from './remedy.ts'
import type { Solver } from './solver.ts'

/** What joint protection came to. */
export type JointProtection = Readonly<{
  /** For each table, in the order given: what it hides; null where it is withheld, which only tables about to leave are. */
  hidden: readonly (ReadonlySet<number> | null)[]
  /** Hidden numbers that what was released before gives away already. Nothing that leaves now adds to it. */
  exposedBefore: number
  /** Numbers that the tables which leave now show, each counted once however often it stands. */
  shownNumbers: number
  audit: Readonly<{
    /** Hidden numbers looked at, of the tables that leave now. */
    hidden: number
    /** Cells of the tables that leave now, and how many of them are shown: what readers get. */
    cells: number
    shownCells: number
    linearSolves: number
    wholeSolves: number
  }>
}>

/** A table that shows less than this share of its cells may cost others more than it is worth. */
const worthItsPlace = 1 / 3

/**
 * Protects tables that leave together, beside each other and beside all that left before: whoever holds every one of them, knows the
 * rule and can count leaves at least so many values to each hidden number, one on each side of the truth that no natural limit
 * excuses. First what must be hidden for itself; where the attacker finds something, the cheapest numbers more, wherever they stand;
 * where nothing helps, the table it is about is withheld, and named. So is one that shows little and without which the others show
 * more numbers than with it. Deterministic.
 */
export function protectJointly(tables: readonly JointTable[], solver: Solver): JointProtection {
  const hidden: (ReadonlySet<number> | null)[] = tables.map(() => null)
  const audit = { hidden: 0, cells: 0, shownCells: 0, linearSolves: 0, wholeSolves: 0 }
  let [exposedBefore, shownNumbers] = [0, 0]
  for (const group of groupedByFacts(tables)) {
    const found = protectGroup(
      group.flatMap((at) => tables[at] ?? []),
      solver,
    )
    for (const [index, at] of group.entries()) hidden[at] = found.hidden[index] ?? null
    exposedBefore += found.exposedBefore
    shownNumbers += found.shownNumbers
    audit.hidden += found.audit.hidden
    audit.cells += found.audit.cells
    audit.shownCells += found.audit.shownCells
    audit.linearSolves += found.audit.linearSolves
    audit.wholeSolves += found.audit.wholeSolves
  }
  return { hidden, exposedBefore, shownNumbers, audit }
}

/** Protects tables that count some facts in common. */
function protectGroup(tables: readonly JointTable[], solver: Solver): JointProtection {
  const own = tables.map((table) => {
    if (table.standing !== 'fresh') return table
    const must = mustBeHidden(layoutOf(table.measure), table.counts, table.rule)
    return { ...table, hidden: new Set([...table.hidden, ...must]) }
  })
  let best = settled(own, new Set(), solver)
  const poor = [...own.keys()].filter((at) => {
    const hidden = best.hidden[at]
    const shown = hidden ? cellsOf(own[at]) - hidden.size : 0
    return own[at]?.standing === 'fresh' && hidden != null && shown < worthItsPlace * cellsOf(own[at])
  })
  for (const at of poor) {
    if (!dragsOthers(own, best, at)) continue
    const withheld = new Set(tables.flatMap((_, index) => (best.hidden[index] === null ? [index] : [])))
    const without = settled(own, withheld.add(at), solver)
    if (without.shownNumbers > best.shownNumbers) best = without
  }
  return best
}

/** Whether another table hides more beside this one than it has to by itself, of the same population. */
function dragsOthers(own: readonly JointTable[], { hidden }: JointProtection, poor: number): boolean {
  return own.some((table, at) => {
    const near = at !== poor && table.measure.population === own[poor]?.measure.population
    return near && table.standing === 'fresh' && (hidden[at]?.size ?? 0) > table.hidden.size
  })
}

/** The protection of these tables without those withheld, and without those that turn out to be stuck. */
function settled(
  tables: readonly JointTable[],
  without: ReadonlySet<number>,
  solver: Solver,
): JointProtection {
  const withheld = new Set(without)
  for (;;) {
    const present = tables.flatMap((table, index) => (withheld.has(index) ? [] : [{ table, index }]))
    const found = attempt(
      present.map(({ table }) => table),
      solver,
    )
    if (found.stuck !== null) {
      const { index } = present[found.stuck] ?? {}
      if (index === undefined) throw new RangeError('a table that is not there cannot be withheld')
      withheld.add(index)
      continue
    }
    const hidden: (ReadonlySet<number> | null)[] = tables.map(() => null)
    for (const [at, { index }] of present.entries()) hidden[index] = found.tables[at]?.hidden ?? null
    const { exposedBefore, shownNumbers } = found
    return { hidden, exposedBefore, shownNumbers, audit: { ...sizesOf(found.tables), ...found.audit } }
  }
}

type Attempt = Readonly<{
  tables: readonly JointTable[]
  /** The table to withhold before trying again, or null when all is well. */
  stuck: number | null
  exposedBefore: number
  shownNumbers: number
  audit: { hidden: number; linearSolves: number; wholeSolves: number }
}>

function attempt(given: readonly JointTable[], solver: Solver): Attempt {
  const audit = { hidden: 0, linearSolves: 0, wholeSolves: 0 }
  let tables = given
  const ended = (stuck: number | null, exposedBefore = 0, shownNumbers = 0): Attempt => ({
    ...{ tables, stuck, exposedBefore, shownNumbers, audit },
  })
  let cube: Cube
  try {
    cube = cubeOf(tables)
  } catch (thrown) {
    if (!(thrown instanceof CubeTooLarge)) throw thrown
    const widest = leaving(tables).sort((one, other) => cellsOf(tables[other]) - cellsOf(tables[one]))[0]
    if (widest === undefined) throw thrown
    return ended(widest)
  }
  const isOut = (index: number) =>
    (cube.classes[index]?.cells ?? []).some(
      ({ table, at }) => tables[table]?.standing !== 'fresh' && !tables[table]?.hidden.has(at),
    )
  tables = together(cube, tables, isOut, [])
  const { components, renumbered } = apart(cube)
  const asked = components.filter(({ classes }) => classes.some((index) => hides(cube, tables, index)))
  let exposedBefore = 0
  for (const component of asked) {
    const settled = new Set<number>()
    const excused = new Set<number>()
    for (;;) {
      const now = { ...cube, tables }
      const pattern = { hides: (index: number) => hides(cube, tables, index) }
      const attack = openAttack(now, component, renumbered, pattern, solver)
      const alone = openAlone(now, pattern.hides, (index) => naturalReach(now, index))
      const exposure = firstExposed(now, attack, settled, excused, alone)
      count(audit, attack)
      attack.close()
      if (exposure === null) {
        audit.hidden += attack.hidden.length
        break
      }
      const cost = (index: number) => (isOut(index) ? null : lossOf(cube, tables, index))
      const more =
        cheapestRemedy(now, component, renumbered, exposure, { isHidden: pattern.hides, cost }, solver) ??
        neighbours(now, exposure, (index) => !pattern.hides(index) && cost(index) !== null)
      if (more.length > 0) {
        tables = together(cube, tables, isOut, more)
        continue
      }
      const stuck = tableToWithhold(now, component, exposure)
      if (stuck !== null) return ended(stuck)
      excused.add(exposure.class)
      exposedBefore += 1
    }
  }
  const bare = leaving(tables).find((index) => !leavesByItself(tables[index]))
  const shown = cube.classes.filter(({ cells }) =>
    cells.some(({ table, at }) => tables[table]?.standing !== 'released' && !tables[table]?.hidden.has(at)),
  )
  return ended(bare ?? null, exposedBefore, shown.length)
}

/** A table about to leave that has to do with an exposed number: the one it stands in before others, new ones before revised ones. */
function tableToWithhold(cube: Cube, component: Component, { class: exposed }: Exposure): number | null {
  const own = new Set((cube.classes[exposed]?.cells ?? []).map(({ table }) => table))
  const near = new Set(
    component.classes.flatMap((index) => (cube.classes[index]?.cells ?? []).map(({ table }) => table)),
  )
  const rank = (index: number) =>
    (cube.tables[index]?.standing === 'fresh' ? 0 : 2) + (own.has(index) ? 0 : 1)
  const [found] = leaving(cube.tables)
    .filter((index) => near.has(index))
    .sort((one, other) => rank(one) - rank(other) || cellsOf(cube.tables[other]) - cellsOf(cube.tables[one]))
  return found ?? null
}

function leaving(tables: readonly JointTable[]): number[] {
  return tables.flatMap(({ standing }, index) => (standing === 'released' ? [] : [index]))
}

/** Whether a table shows anything, and passes by itself. */
function leavesByItself(table: JointTable | undefined): boolean {
  if (table === undefined) return false
  const layout = layoutOf(table.measure)
  if (table.hidden.size === layout.positions.length) return false
  return judge(viewOf(layout, table.counts, table.hidden, table.rule), table.counts) === null
}

const cellsOf = (table: JointTable | undefined): number => table?.counts.length ?? 0

function sizesOf(tables: readonly JointTable[]): { cells: number; shownCells: number } {
  const out = tables.filter(({ standing }) => standing !== 'released')
  const cells = out.reduce((sum, { counts }) => sum + counts.length, 0)
  return { cells, shownCells: cells - out.reduce((sum, { hidden }) => sum + hidden.size, 0) }
}

function count(audit: Attempt['audit'], attack: JointAttack): void {
  const { linear, whole } = attack.solves()
  audit.linearSolves += linear
  audit.wholeSolves += whole
}
