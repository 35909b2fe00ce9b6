import { type Layout, layoutOf } from '../table/layout.ts'
import type { Cube, Row, Sum } from './cube.ts'
import { isOverlappingRow } from './joint-table.ts'

/** One way the rule explains why something is hidden: these numbers lie between these. */
export type Reason = readonly Readonly<{ class: number; low: number; high: number }>[]

/** What of a cube is hidden: by class. */
export type Pattern = Readonly<{ hides: (index: number) => boolean }>

/**
 * Why cells are hidden, as the attacker knows it: of each group one reason holds at least. A cell may be small, all cases of a wholly
 * hidden line may stand in one category, a row that overlaps may be missing in a few. Cells that leave for the first time are
 * grouped with all they hang together with by sums of any table, for the reason may lie in another; those released before
 * by the sums of their own table. Groups that have no true reason teach nobody anything and are left out.
 */
export function reasonGroups(cube: Cube, { hides }: Pattern): Reason[][] {
  const root = new Map<string, string>()
  const find = (key: string): string => {
    const up = root.get(key) ?? key
    return up === key ? key : find(up)
  }
  const reasons: { key: string; reason: Reason }[] = []
  for (const [index, table] of cube.tables.entries()) {
    const layout = layoutOf(table.measure)
    const classOf = (at: number) => cube.classOf[index]?.[at] ?? -1
    const keyOf = (at: number) => {
      const own = !table.rule.joint || isOverlappingRow(layout, at)
      return own ? `${index} ${at}` : `${classOf(at)}`
    }
    const isHidden = (at: number) => hides(classOf(at)) && table.hidden.has(at)
    for (const { total, parts } of layout.lines) {
      const [first, ...others] = [total, ...parts].filter((at) => isHidden(at))
      for (const at of others) root.set(find(keyOf(at)), find(keyOf(first ?? at)))
    }
    for (const at of layout.positions.keys()) {
      if (!isHidden(at)) continue
      reasons.push({
        key: keyOf(at),
        reason: [{ class: classOf(at), low: 1, high: table.rule.threshold - 1 }],
      })
      if (isOverlappingRow(layout, at)) {
        const complement = missingInFew(cube, index, at, hides)
        if (complement !== null) reasons.push({ key: keyOf(at), reason: complement })
      }
    }
    if (table.rule.hideLoneCategories) {
      for (const { at, reason } of loneCategories(layout, isHidden, classOf)) {
        reasons.push({ key: keyOf(at), reason })
      }
    }
  }
  const groups = new Map<string, Reason[]>()
  for (const { key, reason } of reasons) groups.set(find(key), [...(groups.get(find(key)) ?? []), reason])
  const isTrue = (reason: Reason) =>
    reason.every(({ class: index, low, high }) => {
      const truth = cube.classes[index]?.truth ?? -1
      return truth >= low && truth <= high
    })
  return [...groups.values()].filter((group) => group.some(isTrue))
}

function loneCategories(
  layout: Layout,
  isHidden: (at: number) => boolean,
  classOf: (at: number) => number,
): { at: number; reason: Reason }[] {
  return layout.lines.flatMap(({ parts }) => {
    if (parts.length < 2 || !parts.every(isHidden)) return []
    return parts.map((lone) => ({
      at: lone,
      reason: parts.map((at) => {
        const high = at === lone ? Number.POSITIVE_INFINITY : 0
        return { class: classOf(at), low: at === lone ? 1 : 0, high }
      }),
    }))
  })
}

/** A row that all but a few have, or all. Only beside a total that is shown does that say anything. */
function missingInFew(
  cube: Cube,
  index: number,
  at: number,
  hides: (index: number) => boolean,
): Reason | null {
  const table = cube.tables[index]
  const total = cube.classOf[index]?.at(-1) ?? -1
  if (table === undefined || hides(total)) return null
  const all = cube.classes[total]?.truth ?? 0
  const high = table.rule.hideLoneCategories ? all : all - 1
  return [{ class: cube.classOf[index]?.[at] ?? -1, low: Math.max(1, all - table.rule.threshold + 1), high }]
}

/** Of each group one reason holds at least: a choice for each, which binds its numbers when it is made. */
export function chosenReasons(
  groups: readonly (readonly Reason[])[],
  sumAt: (index: number) => Sum,
  variables: number,
  most: number,
): { reasonRows: Row[]; choices: number } {
  const reasonRows: Row[] = []
  let choices = 0
  for (const group of groups) {
    const chosen: [number, number][] = []
    for (const reason of group) {
      const choice = variables + choices
      choices += 1
      chosen.push([choice, 1])
      for (const { class: index, low, high } of reason) {
        const sum = sumAt(index)
        if (low > 0)
          reasonRows.push({ sum: [...sum, [choice, -low]], low: 0, high: Number.POSITIVE_INFINITY })
        if (high < most) reasonRows.push({ sum: [...sum, [choice, most - high]], low: 0, high: most })
      }
    }
    reasonRows.push({ sum: chosen, low: 1, high: Number.POSITIVE_INFINITY })
  }
  return { reasonRows, choices }
}
