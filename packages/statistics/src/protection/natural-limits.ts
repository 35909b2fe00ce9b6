import type { Layout } from '../table/layout.ts'
import type { PublicView } from './view.ts'

/** The limits of a hidden cell that anyone can name without working anything out: no cell can be wanted beyond them. */
export function naturalLimits(view: PublicView, cell: number): { low: number; high: number } {
  const { layout, shown, rule } = view
  switch (layout.shape) {
    case 'series':
      return rule.joint ? { low: 0, high: Number.POSITIVE_INFINITY } : { low: 1, high: rule.threshold - 1 }
    case 'overlapping': {
      const total = shown.at(-1) ?? null
      if (rule.joint && cell === shown.length - 1)
        return { low: largest(shown), high: Number.POSITIVE_INFINITY }
      if (rule.joint && total === null) return { low: 1, high: Number.POSITIVE_INFINITY }
      return { low: 1, high: total === null || cell === shown.length - 1 ? rule.threshold - 1 : total }
    }
    case 'partition':
      return partitionLimits(layout, shown, cell)
  }
}

function partitionLimits(
  layout: Layout,
  shown: readonly (number | null)[],
  cell: number,
): { low: number; high: number } {
  let low = 0
  let high = Number.POSITIVE_INFINITY
  for (const { total, parts } of layout.lines) {
    if (total === cell)
      low = Math.max(
        low,
        parts.reduce((sum, part) => sum + (shown[part] ?? 0), 0),
      )
    if (parts.includes(cell)) high = Math.min(high, shown[total] ?? Number.POSITIVE_INFINITY)
  }
  return { low, high }
}

/** The greatest shown count. */
export function largest(shown: readonly (number | null)[]): number {
  return shown.reduce<number>((most, count) => Math.max(most, count ?? 0), 0)
}
