import { withSilentZeros } from '../protection/primary.ts'
import { layoutOf } from '../table/layout.ts'
import type { Cube } from './cube.ts'
import { isOverlappingRow, type JointTable } from './joint-table.ts'
import type { Exposure } from './joint-verdict.ts'

/** Whether a number is hidden wherever it stands. */
export function hides(cube: Cube, tables: readonly JointTable[], index: number): boolean {
  return (cube.classes[index]?.cells ?? []).every(({ table, at }) => tables[table]?.hidden.has(at))
}

/** Hides these numbers and what goes with them: the same number elsewhere, and zeros that would speak. What is out stays out. */
export function together(
  cube: Cube,
  tables: readonly JointTable[],
  isOut: (index: number) => boolean,
  more: readonly number[],
): readonly JointTable[] {
  const hidden = tables.map((table) => new Set(table.hidden))
  const layouts = tables.map(({ measure }) => layoutOf(measure))
  const hide = (index: number): boolean => {
    if (isOut(index)) return false
    return (cube.classes[index]?.cells ?? []).reduce((grew, { table, at }) => {
      if (tables[table]?.standing !== 'fresh' || hidden[table]?.has(at)) return grew
      hidden[table]?.add(at)
      return true
    }, false)
  }
  for (const index of more) hide(index)
  for (let grew = true; grew; ) {
    grew = false
    for (const [index, { cells }] of cube.classes.entries()) {
      if (cells.some(({ table, at }) => hidden[table]?.has(at)) && hide(index)) grew = true
    }
    for (const [table, { standing, counts, rule }] of tables.entries()) {
      const layout = layouts[table]
      if (standing !== 'fresh' || layout === undefined) continue
      for (const at of withSilentZeros(layout, counts, hidden[table] ?? new Set(), rule)) {
        if (!hidden[table]?.has(at) && hide(cube.classOf[table]?.[at] ?? -1)) grew = true
      }
    }
  }
  return tables.map((table, at) => ({ ...table, hidden: hidden[at] ?? table.hidden }))
}

/** What readers lose with a number, in every table it stands in; null where it cannot be hidden. */
export function lossOf(cube: Cube, tables: readonly JointTable[], index: number): number | null {
  const { cells = [], truth = 0 } = cube.classes[index] ?? {}
  let loss = 0
  for (const { table, at } of cells) {
    const found = tables[table]
    if (found === undefined || found.standing !== 'fresh') return null
    const layout = layoutOf(found.measure)
    if (isOverlappingRow(layout, at)) return null
    const parts = layout.lines
      .filter(({ total }) => total === at)
      .reduce((sum, line) => sum + line.parts.length, 0)
    loss += 1 + truth / (cube.most + 1) + 2 * parts
  }
  return loss
}

/** Everything that may still be hidden in the lines of an exposed number: the last resort. */
export function neighbours(
  cube: Cube,
  { class: exposed }: Exposure,
  may: (index: number) => boolean,
): number[] {
  const found = (cube.classes[exposed]?.cells ?? []).flatMap(({ table, at }) => {
    const standing = cube.tables[table]
    const lines = (standing === undefined ? [] : layoutOf(standing.measure).lines).filter(
      ({ total, parts }) => total === at || parts.includes(at),
    )
    return lines
      .flatMap(({ total, parts }) => [...parts, total])
      .map((cell) => cube.classOf[table]?.[cell] ?? -1)
  })
  return [...new Set(found)].filter((index) => index !== exposed && may(index))
}
