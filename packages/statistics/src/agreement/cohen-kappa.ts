import { type Agreement, type AgreementSettings, agreementOf } from './coefficient.ts'
import { overCells, type PairTable, sharesOf, sum } from './pair-table.ts'
import { type Weighting, weightsOf } from './weights.ts'

/**
 * Cohen's kappa of two panels (Cohen 1960), weighted where weights are given (Cohen 1968):
 *
 * κ = (po − pe) / (1 − pe), po = Σ wij pij, pe = Σ wij pi. p.j
 *
 * with the large-sample standard error of Fleiss, Cohen and Everitt (1969), which holds whatever kappa is (Cohen's own of 1960
 * took pe for known):
 *
 * var = [Σ pij (wij − (1 − κ)(w̄i. + w̄.j))² − (po − 2 (1 − κ) pe)²] / (n (1 − pe)²), w̄i. = Σ wij p.j, w̄.j = Σ wij pi.
 */
export function cohenKappa(
  table: PairTable,
  settings: AgreementSettings & Readonly<{ weighting?: Weighting }> = {},
): Agreement {
  const { weighting = 'identity' } = settings
  const weights = weightsOf(weighting, table.categories.length)
  const { cases, cells, first, second } = sharesOf(table)
  const weight = (row: number, column: number) => weights[row]?.[column] ?? 0
  const coefficient = weighting === 'identity' ? 'cohen-kappa' : 'weighted-kappa'
  return agreementOf({ coefficient, cases }, settings, () => {
    const ofRow = first.map((_, row) => sum(second.map((share, column) => share * weight(row, column))))
    const ofColumn = second.map((_, column) => sum(first.map((share, row) => share * weight(row, column))))
    const observed = overCells(cells, weight)
    const byChance = sum(first.map((share, row) => share * (ofRow[row] ?? 0)))
    const variance = (kappa: number) => {
      const seen = overCells(
        cells,
        (row, column) =>
          (weight(row, column) - (1 - kappa) * ((ofRow[row] ?? 0) + (ofColumn[column] ?? 0))) ** 2,
      )
      return (seen - (observed - 2 * (1 - kappa) * byChance) ** 2) / (cases * (1 - byChance) ** 2)
    }
    return { observed, byChance, variance }
  })
}
