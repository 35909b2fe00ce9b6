import { extremes, feasibleFlow } from '../protection/flow.ts'
import { type Bounds, networkOf, unlimited } from '../protection/network.ts'
import type { ValueRange } from '../protection/value-set.ts'
import type { Layout } from '../table/layout.ts'
import type { RoundedCount, RoundingRule } from './rounding-rule.ts'

/** What a count that is shown so can be, by the rule alone. */
export function spanOf(count: RoundedCount, { base, hiddenBelow }: RoundingRule): ValueRange {
  if (count.kind === 'hidden') return { min: 1, max: hiddenBelow - 1 }
  if (count.kind === 'left-out') return { min: 0, max: null }
  if (count.value === 0) return { min: 0, max: 0 }
  const half = Math.floor(base / 2)
  return { min: Math.max(hiddenBelow, count.value - half), max: count.value + (base - 1 - half) }
}

/**
 * Who narrows rounded tables: knows the rule, every number shown, and that true totals are the sums of their true parts. Answers
 * for each cell the exact least and greatest count some table has, and every whole number between them is possible (the table is a
 * network). Where no sum is printed, the rule alone says what a cell can be. Null when no table fits what is shown.
 */
export function attackRounded(
  layout: Layout,
  shown: readonly RoundedCount[],
  rule: RoundingRule,
): readonly ValueRange[] | null {
  const spans = shown.map((count) => spanOf(count, rule))
  if (layout.shape === 'overlapping') return withinTotal(spans)
  if (layout.shape !== 'partition') return spans
  const network = networkOf(layout)
  const bounds: Bounds = {
    lower: spans.map(({ min }) => min),
    upper: spans.map(({ max }) => max ?? unlimited),
  }
  const flow = feasibleFlow(network, bounds)
  return flow === null ? null : spans.map((_, at) => extremes(network, flow, bounds, at))
}

/** No row counts more than the total, and the total no less than any row. */
function withinTotal(spans: readonly ValueRange[]): ValueRange[] | null {
  const total = spans.at(-1) ?? { min: 0, max: null }
  const least = Math.max(...spans.map(({ min }) => min))
  if (total.max !== null && least > total.max) return null
  return spans.map(({ min, max }, at) => {
    if (at === spans.length - 1) return { min: least, max }
    if (total.max === null) return { min, max }
    return { min, max: max === null ? total.max : Math.min(max, total.max) }
  })
}
