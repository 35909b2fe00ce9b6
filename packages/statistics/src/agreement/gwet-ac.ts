import { type Agreement, type AgreementSettings, agreementOf } from './coefficient.ts'
import { overCells, type PairTable, sharesOf, sum } from './pair-table.ts'
import { type Weighting, weightsOf } from './weights.ts'

/**
 * Gwet's AC1 of two panels (Gwet 2008), AC2 where weights are given (Gwet 2014). Unlike kappa it does not fall when nearly
 * all cases belong to one category:
 *
 * pe = T / (q (q − 1)) Σ πk (1 − πk), πk the mean share of category k, T the sum of all weights
 *
 * with Gwet's standard error for large samples (Gwet 2008, by linearisation):
 *
 * var = [Σ pkl (wkl − 2 (1 − AC) T (1 − (πk + πl) / 2) / (q (q − 1)))² − (po − 2 (1 − AC) pe)²] / (n (1 − pe)²)
 *
 * Ratings all in one category leave nothing to tell apart, though the formula would say 1.
 */
export function gwetAgreement(
  table: PairTable,
  settings: AgreementSettings & Readonly<{ weighting?: Weighting }> = {},
): Agreement {
  const { weighting = 'identity' } = settings
  const categories = table.categories.length
  const weights = weightsOf(weighting, categories)
  const { cases, cells, first, second } = sharesOf(table)
  const weight = (row: number, column: number) => weights[row]?.[column] ?? 0
  const scale = sum(weights.flat()) / (categories * (categories - 1))
  const coefficient = weighting === 'identity' ? 'gwet-ac1' : 'gwet-ac2'
  return agreementOf({ coefficient, cases }, settings, () => {
    const mean = first.map((share, category) => (share + (second[category] ?? 0)) / 2)
    if (isOneCategory(mean)) return null
    const observed = overCells(cells, weight)
    const byChance = scale * sum(mean.map((share) => share * (1 - share)))
    const variance = (found: number) => {
      const seen = overCells(cells, (row, column) => {
        const rare = 1 - ((mean[row] ?? 0) + (mean[column] ?? 0)) / 2
        return (weight(row, column) - 2 * (1 - found) * scale * rare) ** 2
      })
      return (seen - (observed - 2 * (1 - found) * byChance) ** 2) / (cases * (1 - byChance) ** 2)
    }
    return { observed, byChance, variance }
  })
}

/** Whether all ratings stand in one category. */
export const isOneCategory = (shares: readonly number[]): boolean =>
  shares.filter((share) => share > 0).length < 2
