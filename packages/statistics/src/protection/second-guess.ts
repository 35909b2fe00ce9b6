import type { Findings } from './attack.ts'
import { attackPartition, publicBounds } from './attack-partition.ts'
import { naturalLimits } from './natural-limits.ts'
import type { PublicView } from './view.ts'

/**
 * What the attacker finds once it also uses the promise of a value on each side of the truth: no hidden cell then stands
 * at either end of its own values, except at a natural limit. Two cells that share 2, for example, must be 1 and 1. Used
 * once: applied to its own result over and over, the promise would exclude every table.
 */
export function secondGuess(view: PublicView, findings: Findings): Findings {
  if (view.layout.shape !== 'partition') return findings
  const bounds = publicBounds(view.shown)
  const lower = bounds.lower.slice()
  const upper = bounds.upper.slice()
  for (const cell of findings.hidden) {
    const values = findings.valuesOf(cell)
    const least = values.at(0)?.min
    const most = values.at(-1)?.max
    const limits = naturalLimits(view, cell)
    if (least !== undefined) lower[cell] = least > limits.low ? least + 1 : least
    if (most !== undefined && most !== null) upper[cell] = most < limits.high ? most - 1 : most
  }
  return { hidden: findings.hidden, valuesOf: attackPartition(view, { lower, upper }) }
}
