import { naturalLimits } from '../protection/natural-limits.ts'
import { viewOf } from '../protection/view.ts'
import { layoutOf } from '../table/layout.ts'
import { apart } from './component.ts'
import { cubeOf } from './cube.ts'
import { openAttack } from './joint-attack.ts'
import type { JointTable } from './joint-table.ts'
import type { Solver } from './solver.ts'

/**
 * The attacker asked again from nothing about tables as they left: every hidden number it narrows below three values, or finds
 * nothing on one side of where that is no natural limit. Empty when all is well.
 */
export function auditedAgain(tables: readonly JointTable[], solver: Solver): string[] {
  const cube = cubeOf(tables)
  const { components, renumbered } = apart(cube)
  const hides = (index: number) =>
    (cube.classes[index]?.cells ?? []).every(({ table, at }) => tables[table]?.hidden.has(at))
  const faults: string[] = []
  for (const [index, { cells }] of cube.classes.entries()) {
    const isMixed = cells.some(({ table, at }) => tables[table]?.hidden.has(at)) && !hides(index)
    if (isMixed) faults.push(`number ${index} is hidden here and shown there`)
  }
  for (const component of components) {
    const attack = openAttack(cube, component, renumbered, { hides }, solver)
    for (const index of attack.hidden) {
      const truth = cube.classes[index]?.truth ?? 0
      const min = attack.extreme(index, 'least')
      const max = attack.extreme(index, 'greatest')
      let values = 0
      for (let value = min; value <= max && values < 3; value += 1)
        if (attack.takes(index, value)) values += 1
      const limits = (cube.classes[index]?.cells ?? []).flatMap(({ table, at }) => {
        const found = tables[table]
        if (found === undefined) return []
        return [naturalLimits(viewOf(layoutOf(found.measure), found.counts, found.hidden, found.rule), at)]
      })
      if (values < 3) faults.push(`number ${index} keeps ${values} values`)
      if (min >= truth && !limits.some(({ low }) => truth <= low))
        faults.push(`number ${index} has nothing below`)
      if (max <= truth && !limits.some(({ high }) => truth >= high))
        faults.push(`number ${index} has nothing above`)
    }
    attack.close()
  }
  return faults
}
