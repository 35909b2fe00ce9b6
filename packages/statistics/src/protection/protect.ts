import { populationNames } from '../count/count.ts'
import { type Layout, layoutOf, type Position } from '../table/layout.ts'
import { ingredientsOf, workOut } from '../table/statistics-of.ts'
import type { Table } from '../table/table.ts'
import { attack } from './attack.ts'
import { chooseHidden } from './choose-hidden.ts'
import {
  type Audit,
  type PublishedCount,
  type PublishedStatistic,
  PublishedTable,
} from './published-table.ts'
import { ProtectionRule, type ProtectionSettings } from './rule.ts'
import { judge } from './verdict.ts'
import { type PublicView, viewOf } from './view.ts'

/** Why a table is withheld as a whole. */
export type WithheldReason = 'no-safe-pattern' | 'nothing-left-to-show'

/** A table either leaves whole and safe, or not at all. */
export type Protection =
  | Readonly<{ outcome: 'published'; table: PublishedTable }>
  | Readonly<{ outcome: 'withheld'; reason: WithheldReason; says: string }>

/** Why a table is withheld, in words. */
export const withheldBecause: Readonly<Record<WithheldReason, string>> = {
  'no-safe-pattern': 'No choice of hidden cells keeps every small count uncertain enough.',
  'nothing-left-to-show': 'The counts are so small that every cell would have to be hidden.',
}

/** Raised when a table about to be published fails the audit: it is a defect, and nothing leaves. */
export class UnsafeTable extends Error {
  override name = 'UnsafeTable'
}

/**
 * Protects one table with its totals by hiding cells, or withholds it. No hidden cell can be narrowed to fewer values
 * than the rule wants by an attacker who knows everything published and the rule; each statistic goes with the counts
 * it is made of. What other tables tell is not looked at here: `protectJointly` does. Throws `UnsafeTable` rather than return a table
 * that fails its audit.
 */
export function protect(table: Table, settings: ProtectionSettings = {}): Protection {
  const rule = ProtectionRule.parse(settings)
  const layout = layoutOf(table.measure)
  const counts = table.cells.map(({ count }) => count)
  const hidden = chooseHidden(layout, counts, rule)
  if (hidden === null) return withheld('no-safe-pattern')
  if (hidden.size === counts.length) return withheld('nothing-left-to-show')
  return { outcome: 'published', table: auditedTable(table, layout, hidden, rule) }
}

/** Makes the published table of a pattern, or throws `UnsafeTable`. The only maker of published tables. */
export function auditedTable(
  table: Table,
  layout: Layout,
  hidden: ReadonlySet<number>,
  rule: ProtectionRule,
): PublishedTable {
  const counts = table.cells.map(({ count }) => count)
  const view = viewOf(layout, counts, hidden, rule)
  const found = judge(view, counts)
  if (found !== null)
    throw new UnsafeTable(`measure ${table.measure.id}: a hidden cell fails (${found.weakness})`)
  const shownAt = ({ row, column }: Position) =>
    view.shown[layout.positions.findIndex((at) => at.row === row && at.column === column)] ?? null
  return PublishedTable.parse({
    measure: table.measure,
    populationName: populationNames[table.measure.population],
    rule,
    cells: layout.positions.map((position) => ({
      ...position,
      count: publishedCount(shownAt(position)),
      statistics: publishedStatistics(table, rule, position, shownAt),
    })),
    audit: auditOf(view),
  })
}

function withheld(reason: WithheldReason): Protection {
  return { outcome: 'withheld', reason, says: withheldBecause[reason] }
}

function publishedCount(shown: number | null): PublishedCount {
  return shown === null ? { kind: 'hidden' } : { kind: 'shown', value: shown }
}

function publishedStatistics(
  { measure, denominators }: Table,
  rule: ProtectionRule,
  position: Position,
  shownAt: (position: Position) => number | null,
): PublishedStatistic[] {
  const own = shownAt(position)
  return ingredientsOf(measure, position, denominators).map((made): PublishedStatistic => {
    const { label, kind } = made.statistic
    const other = made.other && shownAt(made.other)
    if (own === null || (made.other !== null && other === null)) return { kind: 'hidden', label }
    if (kind === 'percentage' && (other ?? 0) < rule.minimumDenominator) {
      return { kind: 'denominator-too-small', label }
    }
    return { kind: 'shown', label, result: workOut(made, measure, { own, other }, denominators) }
  })
}

function auditOf(view: PublicView): Audit {
  const findings = attack(view)
  const cells = view.layout.positions.length
  const shownCells = cells - findings.hidden.length
  return {
    verdict: 'safe',
    hidden: findings.hidden.flatMap((at) => {
      const position = view.layout.positions[at]
      return position === undefined ? [] : [{ ...position, values: [...findings.valuesOf(at)] }]
    }),
    cells,
    shownCells,
    shareShown: shownCells / cells,
  }
}
