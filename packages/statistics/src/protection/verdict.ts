import { attack, type Findings } from './attack.ts'
import { naturalLimits } from './natural-limits.ts'
import { mustBeHidden } from './primary.ts'
import { secondGuess } from './second-guess.ts'
import { holds, holdsAbove, holdsBelow, size } from './value-set.ts'
import type { PublicView } from './view.ts'

/** Why a cell is not safe. `left-open`: the rule wants it hidden. `unexplained`: the rule gives no reason to hide it. */
export type Weakness = 'left-open' | 'unexplained' | 'nothing-below' | 'nothing-above' | 'too-few-values'

/** Where a cell fails, if anywhere. */
export type Verdict = Readonly<{ cell: number; weakness: Weakness }> | null

/**
 * The auditor: knows the truth, asks the attacker, and names the first cell that is shown against the rule, or hidden
 * and keeps fewer values than the rule wants or none on one side of the truth. A side is excused only where the truth stands at a natural limit:
 * zero, a shown total, the shown parts of a hidden total, or the end of what "small" means for a cell that no sum
 * reaches. That demand is public too, so the attacker's second guess, which uses it, must leave enough values as well.
 * Checks `first` before the others.
 */
export function judge(view: PublicView, counts: readonly number[], first: readonly number[] = []): Verdict {
  for (const cell of mustBeHidden(view.layout, counts, view.rule)) {
    if (view.shown[cell] !== null) return { cell, weakness: 'left-open' }
  }
  const findings = attack(view)
  for (const cell of [...first, ...findings.hidden]) {
    if (view.shown[cell] !== null) continue
    const weakness = weaknessOf(view, findings, cell, counts[cell] ?? 0)
    if (weakness !== null) return { cell, weakness }
  }
  const secondFindings = secondGuess(view, findings)
  for (const cell of [...first, ...findings.hidden]) {
    if (view.shown[cell] !== null) continue
    if (size(secondFindings.valuesOf(cell)) < view.rule.minimumFeasible)
      return { cell, weakness: 'too-few-values' }
  }
  return null
}

function weaknessOf(view: PublicView, findings: Findings, cell: number, truth: number): Weakness | null {
  const values = findings.valuesOf(cell)
  if (!holds(values, truth)) return 'unexplained'
  const limits = naturalLimits(view, cell)
  if (truth > limits.low && !holdsBelow(values, truth)) return 'nothing-below'
  if (truth < limits.high && !holdsAbove(values, truth)) return 'nothing-above'
  return size(values) < view.rule.minimumFeasible ? 'too-few-values' : null
}
