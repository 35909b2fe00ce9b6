import { describe, expect, test } from 'vitest'
import { cohenKappa } from './cohen-kappa.ts'
import { gwetAgreement } from './gwet-ac.ts'
import type { PairTable } from './pair-table.ts'
import { fleissKappa, gwetAgreementOfSeveral } from './several-panels.ts'
import {
  abstractors,
  all,
  cohen,
  diagnoses,
  figures,
  fleissCohenEveritt,
  psychiatrists,
} from './testing-published.ts'
import { type Weights, weightsOf } from './weights.ts'

type Coefficient = (shares: readonly (readonly number[])[], weights: Weights) => number

const plainKappa: Coefficient = (shares, weights) => {
  const rows = shares.map((row) => row.reduce((total, one) => total + one, 0))
  const columns = shares.map((_, at) => shares.reduce((total, row) => total + (row[at] ?? 0), 0))
  let apart = 0
  let expected = 0
  for (const [row, line] of shares.entries()) {
    for (const [column, share] of line.entries()) {
      const lost = 1 - (weights[row]?.[column] ?? 0)
      apart += lost * share
      expected += lost * (rows[row] ?? 0) * (columns[column] ?? 0)
    }
  }
  return 1 - apart / expected
}

const plainGwet: Coefficient = (shares, weights) => {
  const mean = shares.map(
    (row, at) => row.reduce((total, one, other) => total + one + (shares[other]?.[at] ?? 0), 0) / 2,
  )
  const total = weights.flat().reduce((all, one) => all + one, 0)
  const hard = mean.reduce((all, one) => all + one * (1 - one), 0)
  const byChance = (total * hard) / (mean.length * (mean.length - 1))
  const seen = shares.flatMap((row, at) => row.map((one, other) => one * (weights[at]?.[other] ?? 0)))
  return (seen.reduce((all, one) => all + one, 0) - byChance) / (1 - byChance)
}

/** The delta method with slopes found by small steps instead of formulas: another way to the same standard error. */
function errorBySteps(of: Coefficient, { counts }: PairTable, weights: Weights): number {
  const cases = counts.flat().reduce((total, one) => total + one, 0)
  const shares = counts.map((row) => row.map((one) => one / cases))
  const step = 1e-5
  let mean = 0
  let square = 0
  for (const [row, line] of shares.entries()) {
    for (const [column, share] of line.entries()) {
      const moved = (by: number) =>
        of(
          shares.map((one, at) =>
            one.map((value, other) => (at === row && other === column ? value + by : value)),
          ),
          weights,
        )
      const slope = (moved(step) - moved(-step)) / (2 * step)
      mean += share * slope
      square += share * slope ** 2
    }
  }
  return Math.sqrt((square - mean ** 2) / cases)
}

describe('each standard error is found again to six digits by small steps instead of formulas', () => {
  const tables = [cohen, fleissCohenEveritt, abstractors, diagnoses]
  test.each(
    tables.flatMap((table, at) =>
      (['identity', 'linear', 'quadratic'] as const).map((weighting) => ({ table, at, weighting })),
    ),
  )('table $at, $weighting', ({ table, weighting }) => {
    const weights = weightsOf(weighting, table.categories.length)
    const kappa = figures(cohenKappa(table, { weighting }))
    expect(kappa.error).toBeCloseTo(errorBySteps(plainKappa, table, weights), 6)
    expect(kappa.value).toBeCloseTo(
      plainKappa(
        table.counts.map((row) => row.map((one) => one / kappaCases(table))),
        weights,
      ),
      10,
    )
    // Gwet's slopes differ from these by a constant, which moves no variance.
    const gwet = figures(gwetAgreement(table, { weighting }))
    expect(gwet.error).toBeCloseTo(errorBySteps(plainGwet, table, weights), 6)
  })
})

const kappaCases = ({ counts }: PairTable) => counts.flat().reduce((total, one) => total + one, 0)

/** The standard error by leaving each case out in turn: another way, near the same in samples of some size. */
function errorByLeavingOut(
  found: (counts: readonly (readonly number[])[]) => number,
  counts: readonly (readonly number[])[],
) {
  const left = counts.map((_, at) => found(counts.filter((_one, other) => other !== at)))
  const mean = left.reduce((total, one) => total + one, 0) / left.length
  return Math.sqrt(
    ((left.length - 1) / left.length) * left.reduce((total, one) => total + (one - mean) ** 2, 0),
  )
}

test('the standard errors of several panels lie within 5% of those found by leaving each case out in turn', () => {
  for (const coefficient of [fleissKappa, gwetAgreementOfSeveral]) {
    const { categories, counts } = psychiatrists
    const left = errorByLeavingOut(
      (some) => figures(coefficient({ categories, counts: some }, all)).value,
      counts,
    )
    expect(Math.abs(figures(coefficient(psychiatrists, all)).error / left - 1)).toBeLessThan(0.05)
  }
})
