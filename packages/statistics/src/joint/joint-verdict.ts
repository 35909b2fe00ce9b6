import { naturalLimits } from '../protection/natural-limits.ts'
import type { ProtectionRule } from '../protection/rule.ts'
import { viewOf } from '../protection/view.ts'
import { layoutOf } from '../table/layout.ts'
import type { Cube } from './cube.ts'
import type { JointAttack, Reach } from './joint-attack.ts'
import type { OpenAlone } from './open-alone.ts'

/** Which hidden number is too certain, and where it wants room. */
export type Exposure = Readonly<{ class: number; side: 'below' | 'above' | 'either'; reach: Reach }>

/** Numbers nobody can be kept from knowing: what anybody names without working anything out. */
export function naturalReach(cube: Cube, index: number): Reach {
  const { cells = [] } = cube.classes[index] ?? {}
  const limits = cells.flatMap(({ table, at }) => {
    const found = cube.tables[table]
    if (found === undefined) return []
    return [naturalLimits(viewOf(layoutOf(found.measure), found.counts, found.hidden, found.rule), at)]
  })
  return {
    min: Math.max(0, ...limits.map(({ low }) => low)),
    max: Math.min(cube.most, ...limits.map(({ high }) => high)),
  }
}

/** The strictest rule of the tables a number stands in. */
function ruleOf(cube: Cube, index: number): Pick<ProtectionRule, 'minimumFeasible'> {
  const rules = (cube.classes[index]?.cells ?? []).map(
    ({ table }) => cube.tables[table]?.rule.minimumFeasible ?? 0,
  )
  return { minimumFeasible: Math.max(0, ...rules) }
}

/**
 * The auditor: the first hidden number that keeps fewer values than its rule wants, or none on one side of the truth where that is
 * no natural limit. Numbers in `settled` were found open before and stay so, for hiding more takes nothing from the attacker's
 * doubts; so are those that are open alone. Then the attacker also uses that promise: no hidden number stands at an end of its own
 * values, natural limits aside. What is open alone then needs no search either, and is first given no more room than it has alone.
 */
export function firstExposed(
  cube: Cube,
  attack: JointAttack,
  settled: Set<number>,
  excused: ReadonlySet<number>,
  alone: ReadonlyMap<number, OpenAlone>,
): Exposure | null {
  const asked = attack.hidden.filter((index) => !excused.has(index))
  for (const index of asked) {
    if (settled.has(index)) continue
    const found = alone.has(index) ? null : exposureOf(cube, attack, index)
    if (found !== null) return found
    settled.add(index)
  }
  const doubtful = asked.filter((index) => alone.get(index)?.guessed !== true)
  if (doubtful.length === 0) return null
  const own = new Map<number, Reach>()
  const exactReach = (index: number): Reach => {
    const found = own.get(index) ?? {
      min: attack.extreme(index, 'least'),
      max: attack.extreme(index, 'greatest'),
    }
    own.set(index, found)
    return found
  }
  const within = (reachOf: (index: number) => Reach) =>
    new Map(attack.hidden.map((index) => [index, inside(cube, index, reachOf(index))]))
  const narrow = within((index) => alone.get(index)?.reach ?? exactReach(index))
  const exact = () => within(exactReach)
  const open = (limits: () => ReadonlyMap<number, Reach>) => {
    const restore = attack.narrow(limits())
    const exposed = doubtful.find((index) => !keepsEnough(cube, attack, index))
    restore()
    return exposed
  }
  if (open(() => narrow) === undefined) return null
  const exposed = open(exact)
  if (exposed === undefined) return null
  return { class: exposed, side: 'either', reach: exactReach(exposed) }
}

/** What the promise of a value on each side of the truth leaves of a reach. */
function inside(cube: Cube, index: number, { min, max }: Reach): Reach {
  const truth = cube.classes[index]?.truth ?? 0
  const natural = naturalReach(cube, index)
  return {
    min: min > natural.min && min < truth ? min + 1 : min,
    max: max < natural.max && max > truth ? max - 1 : max,
  }
}

function exposureOf(cube: Cube, attack: JointAttack, index: number): Exposure | null {
  const truth = cube.classes[index]?.truth ?? 0
  const natural = naturalReach(cube, index)
  const isSeen = (fits: (value: number) => boolean) => [...attack.seen(index)].some(fits)
  const below = (value: number) => value < truth
  const above = (value: number) => value > truth
  if (truth > natural.min && !isSeen(below)) {
    const min = attack.extreme(index, 'least')
    if (min >= truth) return { class: index, side: 'below', reach: { min, max: truth } }
  }
  if (truth < natural.max && !isSeen(above)) {
    const max = attack.extreme(index, 'greatest')
    if (max <= truth) return { class: index, side: 'above', reach: { min: truth, max } }
  }
  if (keepsEnough(cube, attack, index)) return null
  const reach = { min: attack.extreme(index, 'least'), max: attack.extreme(index, 'greatest') }
  return { class: index, side: 'either', reach }
}

/** Whether as many values as the rule wants are possible: those seen, then the ends, then what lies between, near the truth first. */
function keepsEnough(cube: Cube, attack: JointAttack, index: number): boolean {
  const { minimumFeasible } = ruleOf(cube, index)
  const enough = () => attack.seen(index).size >= minimumFeasible
  if (enough()) return true
  const min = attack.extreme(index, 'least')
  if (enough()) return true
  const max = attack.extreme(index, 'greatest')
  if (enough()) return true
  if (!(max - min + 1 >= minimumFeasible)) return false
  const truth = cube.classes[index]?.truth ?? 0
  for (let away = 1; away <= 12; away += 1) {
    for (const value of [truth - away, truth + away]) {
      if (value <= min || value >= max) continue
      attack.takes(index, value)
      if (enough()) return true
    }
  }
  return false
}
