import type { Component } from './component.ts'
import type { Cube, Row, Sum } from './cube.ts'
import { chosenReasons, type Pattern, type Reason, reasonGroups } from './reasons.ts'
import type { OpenProgramme, Solver } from './solver.ts'

/** The least and the greatest value of a hidden number; `max` is the cube's `most` where there is no limit. */
export type Reach = Readonly<{ min: number; max: number }>

/** What the attacker can find of a component under a pattern. Every value it names is taken by whole numbers that fit all. */
export type JointAttack = Readonly<{
  hidden: readonly number[]
  /** Values of a hidden number that some possible table takes, as far as looked for. */
  seen: (index: number) => ReadonlySet<number>
  /** The exact least or greatest value. */
  extreme: (index: number, sense: 'least' | 'greatest') => number
  /** Looks for a table in which the number has this value; under tighter limits on every hidden number, if given. */
  takes: (index: number, value: number) => boolean
  /** Narrows hidden numbers to these limits, and forgets what was seen outside, until what it returns is called. */
  narrow: (limits: ReadonlyMap<number, Reach>) => () => void
  solves: () => Readonly<{ linear: number; whole: number }>
  close: () => void
}>

const exact = 1e-6
/** So many reasons are tried by the linear programme before the integer one decides. */
const mostTried = 60

/**
 * The attacker: knows every published number, that counts are whole and not negative, how tables hang together, the rule and the
 * threshold. It solves the linear programme first; where its corner is no table of whole numbers the rule explains, the integer one.
 */
export function openAttack(
  cube: Cube,
  component: Component,
  renumbered: readonly number[],
  pattern: Pattern,
  solver: Solver,
): JointAttack {
  const hidden = component.classes.filter((index) => pattern.hides(index))
  const own = new Set(component.classes)
  const groups = reasonGroups(cube, pattern).filter((group) => group.some((reason) => isOwn(reason, own)))
  const sums = new Map(component.classes.map((index) => [index, sumOf(cube, index, renumbered)]))
  const sumAt = (index: number): Sum => sums.get(index) ?? []
  const rowOf = new Map(component.classes.map((index, at) => [index, component.rows.length + at]))
  const limits = new Map<number, Reach>(hidden.map((index) => [index, { min: 0, max: cube.most }]))
  for (const [only, ...others] of groups) {
    if (only === undefined || others.length > 0) continue
    for (const { class: index, low, high } of only) {
      const before = limits.get(index) ?? { min: 0, max: cube.most }
      limits.set(index, { min: Math.max(before.min, low), max: Math.min(before.max, high) })
    }
  }
  const rows = (): Row[] => [
    ...component.rows,
    ...component.classes.map((index) => {
      const truth = cube.classes[index]?.truth ?? 0
      const reach = limits.get(index)
      return { sum: sumAt(index), low: reach?.min ?? truth, high: reach?.max ?? truth }
    }),
  ]
  const counted = { linear: 0, whole: 0 }
  const { variables } = component
  let opened: OpenProgramme | null = null
  const linear = (): OpenProgramme => {
    opened ??= solver.open({ variables, most: cube.most, choices: 0, whole: false, rows: rows() })
    return opened
  }
  let whole: OpenProgramme | null = null
  const wholeProgramme = (): OpenProgramme => {
    if (whole !== null) return whole
    const { reasonRows, choices } = chosenReasons(groups, sumAt, variables, cube.most)
    whole = solver.open({
      variables: variables + choices,
      most: cube.most,
      choices,
      whole: true,
      rows: [...rows(), ...reasonRows],
    })
    return whole
  }
  const valueAt = (index: number, point: ArrayLike<number>) =>
    sumAt(index).reduce((total, [variable, times]) => total + times * Math.round(point[variable] ?? 0), 0)
  const truths = new Map(hidden.map((index) => [index, cube.classes[index]?.truth ?? 0]))
  const witnesses: ReadonlyMap<number, number>[] = [truths]
  const seen = new Map<number, Set<number>>()
  const remember = (values: ReadonlyMap<number, number>) => {
    for (const [index, value] of values) seen.set(index, (seen.get(index) ?? new Set()).add(value))
  }
  remember(truths)
  const holdsIn = (values: ReadonlyMap<number, number>) => (reason: Reason) =>
    reason.every(({ class: index, low, high }) => {
      const value = values.get(index) ?? cube.classes[index]?.truth ?? -1
      return value >= low && value <= high
    })
  /** The groups without a reason at a corner of whole numbers, null at any other. A table without such groups is remembered. */
  const unexplainedAt = (point: ArrayLike<number>): (readonly Reason[])[] | null => {
    for (let variable = 0; variable < variables; variable += 1) {
      const value = point[variable] ?? 0
      if (Math.abs(value - Math.round(value)) > exact) return null
    }
    const values = new Map(hidden.map((index) => [index, valueAt(index, point)]))
    const holds = holdsIn(values)
    const without = groups.filter((group) => !group.some(holds))
    if (without.length > 0) return without
    witnesses.push(values)
    remember(values)
    return without
  }
  const limit = (index: number, reach: Reach) => {
    limits.set(index, reach)
    opened?.bound(rowOf.get(index) ?? -1, reach.min, reach.max)
    whole?.bound(rowOf.get(index) ?? -1, reach.min, reach.max)
  }
  /**
   * The best a sum can be, found reason by reason: a corner that some group of hidden numbers does not explain is looked for again
   * under each reason of that group. `open` when a corner is left that only whole numbers decide, or that too many tries would.
   */
  const bestOf = (
    sum: Sum,
    sense: 'least' | 'greatest',
    tries: { left: number },
  ): { value: number | null; open: boolean } => {
    counted.linear += 1
    tries.left -= 1
    const corner = linear().optimise(sum, sense)
    if (corner === null) return { value: null, open: false }
    const without = unexplainedAt(corner.point)
    const [group] = without ?? []
    if (without?.length === 0) return { value: corner.value, open: false }
    if (group === undefined) return { value: corner.value, open: true }
    const better = (one: number, other: number) =>
      sense === 'least' ? one < other - exact : one > other + exact
    let best: { value: number | null; open: boolean } = { value: null, open: false }
    for (const reason of group) {
      if (tries.left <= 0) return { value: corner.value, open: true }
      const found = under(reason, () => bestOf(sum, sense, tries))
      if (found.value === null) continue
      if (
        best.value === null ||
        better(found.value, best.value) ||
        (best.open && !better(best.value, found.value))
      )
        best = found
      if (!best.open && best.value !== null && !better(corner.value, best.value)) return best
    }
    return best
  }
  /** What comes of a search while a reason holds; null without searching where it contradicts what is known. */
  const under = (reason: Reason, search: () => { value: number | null; open: boolean }) => {
    const before = reason.map(({ class: index }) => [index, limits.get(index) ?? { min: 0, max: 0 }] as const)
    let contradicts = false
    for (const { class: index, low, high } of reason) {
      const { min, max } = limits.get(index) ?? {
        min: cube.classes[index]?.truth ?? 0,
        max: cube.classes[index]?.truth ?? 0,
      }
      const tighter = { min: Math.max(min, low), max: Math.min(max, high) }
      contradicts ||= tighter.min > tighter.max
      if (!contradicts && limits.has(index)) limit(index, tighter)
    }
    const found = contradicts ? { value: null, open: false } : search()
    for (const [index, reach] of before) if (limits.has(index)) limit(index, reach)
    return found
  }
  const solve = (sum: Sum, sense: 'least' | 'greatest'): number | null => {
    const found = bestOf(sum, sense, { left: mostTried })
    if (!found.open) return found.value
    counted.whole += 1
    const decided = wholeProgramme().optimise(sum, sense)
    if (decided === null) return null
    unexplainedAt(decided.point)
    return Math.round(decided.value)
  }
  return {
    hidden,
    seen: (index) => seen.get(index) ?? new Set(),
    extreme: (index, sense) => {
      const found = solve(sumAt(index), sense) ?? Number.NaN
      return sense === 'least' ? Math.ceil(found - exact) : Math.floor(found + exact)
    },
    takes: (index, value) => {
      if (seen.get(index)?.has(value)) return true
      const before = limits.get(index) ?? { min: 0, max: cube.most }
      if (value < before.min || value > before.max) return false
      limit(index, { min: value, max: value })
      const found = solve(sumAt(index), 'least')
      limit(index, before)
      return found !== null
    },
    narrow: (tighter) => {
      const before = new Map(
        [...tighter.keys()].map((index) => [index, limits.get(index) ?? { min: 0, max: cube.most }]),
      )
      for (const [index, reach] of tighter) limit(index, reach)
      seen.clear()
      for (const values of witnesses) {
        const fits = [...values].every(([index, value]) => {
          const reach = limits.get(index)
          return reach === undefined || (value >= reach.min && value <= reach.max)
        })
        if (fits) remember(values)
      }
      return () => {
        for (const [index, reach] of before) limit(index, reach)
        seen.clear()
        for (const values of witnesses) remember(values)
      }
    },
    solves: () => counted,
    close: () => {
      opened?.close()
      whole?.close()
    },
  }
}

function isOwn(reason: Reason, own: ReadonlySet<number>): boolean {
  return reason.some(({ class: index }) => own.has(index))
}

function sumOf(cube: Cube, index: number, renumbered: readonly number[]): Sum {
  return (cube.classes[index]?.sum ?? []).map(([variable, times]) => [renumbered[variable] ?? 0, times])
}
