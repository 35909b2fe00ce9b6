import type { Layout } from '../table/layout.ts'
import { attackRounded, spanOf } from './attack-rounded.ts'
import { type RoundedCount, RoundingRule, type RoundingSettings } from './rounding-rule.ts'

/** What a table comes to when it is rounded: what readers get in place of each cell, and what the attacker made of it. */
export type RoundedTable = Readonly<{
  rule: RoundingRule
  /** In layout order. */
  counts: readonly RoundedCount[]
  /** The fewest counts that are left possible for a cell that is not zero; null where every one is. */
  fewestValues: number | null
  /** Cells that are shown, of all, 0 to 1. */
  shareShown: number
  /** Counts from what is shown, on average over shown cells. */
  meanAbsoluteError: number
  /** To stand below the table. */
  note: string
}>

/**
 * Rounds a table, its true counts in layout order: small counts hidden, all others and the totals to the nearest multiple of the base, each from its own true count,
 * so that shown parts need not add up to a shown total. Where totals let somebody narrow a cell to fewer counts than the rule
 * leaves, the total that is cheapest to do without is left out, until none does. Deterministic.
 */
export function roundTable(
  layout: Layout,
  truth: readonly number[],
  settings: RoundingSettings = {},
): RoundedTable {
  const rule = RoundingRule.parse(settings)
  const counts = truth.map((count) => roundedCount(count, rule))
  const isTotal = new Set(layout.lines.map(({ total }) => total))
  if (layout.shape === 'overlapping') isTotal.add(layout.positions.length - 1)
  for (;;) {
    const spans = attackRounded(layout, counts, rule)
    if (spans === null) throw new RangeError('no table rounds to what is shown')
    const left = (at: number) => {
      const { min, max } = spans[at] ?? { min: 0, max: 0 }
      return max === null ? Number.POSITIVE_INFINITY : max - min + 1
    }
    const asked = [...counts.keys()].filter((at) => (truth[at] ?? 0) > 0)
    const narrowed = asked.find((at) => left(at) < rule.minimumFeasible)
    if (narrowed === undefined) {
      const fewest = asked.length === 0 ? null : Math.min(...asked.map(left))
      return { rule, counts, fewestValues: fewest, ...utilityOf(truth, counts), note: noteOf(rule, counts) }
    }
    const [cheapest] = [...isTotal]
      .filter((at) => counts[at]?.kind !== 'left-out')
      .sort((one, other) => (truth[one] ?? 0) - (truth[other] ?? 0) || one - other)
    if (cheapest === undefined) throw new RangeError('a cell is narrowed without any total')
    counts[cheapest] = { kind: 'left-out' }
  }
}

/** A true count as the rule shows it. */
function roundedCount(count: number, { base, hiddenBelow }: RoundingRule): RoundedCount {
  if (count > 0 && count < hiddenBelow) return { kind: 'hidden' }
  return { kind: 'rounded', value: base * Math.round(count / base) }
}

/**
 * A percentage of what is shown, in whole numbers and at most 100: made of rounded counts alone, so that it says no more than they
 * do. Null where either is not shown, or the whole is zero.
 */
export function percentageOfRounded(part: RoundedCount, whole: RoundedCount): number | null {
  if (part.kind !== 'rounded' || whole.kind !== 'rounded' || whole.value === 0) return null
  return Math.min(100, Math.round((100 * part.value) / whole.value))
}

/** A rate of what is shown by a public denominator. Null where the count is not shown or there is nothing to divide by. */
export function rateOfRounded(count: RoundedCount, denominator: number, per: number): number | null {
  return count.kind === 'rounded' && denominator > 0 ? (per * count.value) / denominator : null
}

function utilityOf(truth: readonly number[], counts: readonly RoundedCount[]) {
  const errors = counts.flatMap((count, at) =>
    count.kind === 'rounded' ? [Math.abs(count.value - (truth[at] ?? 0))] : [],
  )
  return {
    shareShown: errors.length / Math.max(1, counts.length),
    meanAbsoluteError: errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length),
  }
}

function noteOf(rule: RoundingRule, counts: readonly RoundedCount[]): string {
  const { base, hiddenBelow } = rule
  const { min, max } = spanOf({ kind: 'hidden' }, rule)
  const leftOut = counts.some(({ kind }) => kind === 'left-out')
  return [
    `Counts from ${min} to ${max ?? hiddenBelow - 1} are hidden ([c]). All others, totals too, are rounded to the nearest ${base} by`,
    'themselves, so that they may not add up. Percentages and rates are worked out from rounded counts.',
    ...(leftOut ? ['Totals from which a count could be narrowed are left out ([z]).'] : []),
  ].join(' ')
}
