import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile'
import { z } from 'zod'
import type { PairTable } from './pair-table.ts'

/**
 * Whether two panels use the categories equally often, whatever they agree on. The statistic is compared with the chi-square
 * distribution; `differs` when it lies beyond the critical value of the level. Nothing to compare where they never disagreed.
 */
export const MarginalHomogeneity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('compared'),
    statistic: z.number().nonnegative(),
    degrees: z.int().positive(),
    critical: z.number().positive(),
    level: z.number(),
    differs: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('no-disagreement') }),
])
export type MarginalHomogeneity = z.infer<typeof MarginalHomogeneity>

/**
 * The test of Stuart (1955) and Maxwell (1970): d' S⁻¹ d with di = ni. − n.i, Sii = ni. + n.i − 2 nii, Sij = −(nij + nji), and
 * one category left out. With two categories it is McNemar's (b − c)² / (b + c). Where categories fall apart into groups
 * between which nobody disagreed, S has no inverse: each group then is tested by itself and statistics and degrees of freedom
 * are summed.
 */
export function marginalHomogeneity({ counts }: PairTable, level = 0.95): MarginalHomogeneity {
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1')
  const apart = (one: number, other: number) => (counts[one]?.[other] ?? 0) + (counts[other]?.[one] ?? 0)
  const groups = groupsOf(counts.length, (one, other) => apart(one, other) > 0)
  let statistic = 0
  let degrees = 0
  for (const group of groups) {
    const tested = group.slice(1)
    if (tested.length === 0) continue
    const differences = tested.map((category) =>
      group.reduce(
        (total, other) => total + (counts[category]?.[other] ?? 0) - (counts[other]?.[category] ?? 0),
        0,
      ),
    )
    const spread = tested.map((one) =>
      tested.map((other) =>
        one === other
          ? group.reduce((total, third) => total + (third === one ? 0 : apart(one, third)), 0)
          : -apart(one, other),
      ),
    )
    const solved = solve(spread, differences)
    statistic += differences.reduce((total, difference, at) => total + difference * (solved[at] ?? 0), 0)
    degrees += tested.length
  }
  if (degrees === 0) return { kind: 'no-disagreement' }
  const critical = chiSquareQuantile(level, degrees)
  return { kind: 'compared', statistic, degrees, critical, level, differs: statistic > critical }
}

/** The categories in groups that hang together by disagreements. */
function groupsOf(categories: number, disagree: (one: number, other: number) => boolean): number[][] {
  const left = new Set(Array.from({ length: categories }, (_, category) => category))
  const groups: number[][] = []
  for (const start of left) {
    left.delete(start)
    const group = [start]
    for (const one of group) {
      for (const other of left) {
        if (!disagree(one, other)) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

/** Solves a symmetric, positive definite system (a connected Laplacian without one row): elimination needs no pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (const [at, pivot] of rows.entries()) {
    for (const below of rows.slice(at + 1)) {
      const factor = (below[at] ?? 0) / (pivot[at] ?? 1)
      for (let column = at; column < below.length; column += 1) {
        below[column] = (below[column] ?? 0) - factor * (pivot[column] ?? 0)
      }
    }
  }
  const solved = right.map(() => 0)
  for (const [at, row] of [...rows.entries()].reverse()) {
    const known = solved.reduce(
      (total, value, column) => total + (column > at ? value * (row[column] ?? 0) : 0),
      0,
    )
    solved[at] = ((row[right.length] ?? 0) - known) / (row[at] ?? 1)
  }
  return solved
}
