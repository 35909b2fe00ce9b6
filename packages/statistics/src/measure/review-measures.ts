import { asPeriod, type Period } from '../period/period.ts'
import type { ReportingYear } from '../reporting-year/reporting-year.ts'
import { categoriesOfDeath, modifiabilities } from './code-lists.ts'
import { type CodeList, ReviewMeasure } from './measure.ts'
import { reviewedIn } from './within-period.ts'

/** The definition every figure on modifiable factors carries. */
export const modifiableFactorDefinition =
  'Modifiable factors are those which may have contributed to the death and which, by locally or nationally ' +
  'achievable interventions, could be modified to reduce the risk of future child deaths. ' +
  'This is not a finding that this death would have been prevented.'

/** R1: reviews completed in a period by what the panel agreed about modifiable factors. */
export function reviewsByModifiability(year: ReportingYear | Period): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R1',
    version: 1,
    title: 'Reviews by modifiability',
    population: 'reviews',
    period: asPeriod(year).label,
    filters: [reviewedIn(year)],
    shape: 'partition',
    rows: { field: 'modifiability', title: 'Modifiability', codes: modifiabilities },
    columns: null,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all reviews' }],
    denominator: 'All reviews in the table, those with inadequate information included',
    notes: [modifiableFactorDefinition],
  })
}

/** R2: reviews completed in a period by primary category of death and modifiability. Its column totals are R1's rows. */
export function reviewsByCategoryAndModifiability(year: ReportingYear | Period): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R2',
    version: 1,
    title: 'Reviews by primary category of death and modifiability',
    population: 'reviews',
    period: asPeriod(year).label,
    filters: [reviewedIn(year)],
    shape: 'partition',
    rows: { field: 'primaryCategory', title: 'Primary category of death', codes: categoriesOfDeath },
    columns: { field: 'modifiability', title: 'Modifiability', codes: modifiabilities },
    statistics: [{ kind: 'percentage', of: 'row-total', label: '% of reviews in the category' }],
    denominator: 'All reviews in the category, those with inadequate information included',
    notes: [modifiableFactorDefinition],
  })
}

/** R3: in how many reviews of a period each factor of the codebook was called modifiable. */
export function mostFrequentModifiableFactors(
  year: ReportingYear | Period,
  codebook: CodeList,
): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R3',
    version: 1,
    title: 'Most frequent modifiable factors',
    population: 'reviews',
    period: asPeriod(year).label,
    filters: [reviewedIn(year)],
    shape: 'overlapping',
    rows: { field: 'modifiableFactorCodes', title: 'Modifiable factor', codes: codebook },
    columns: null,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all reviews' }],
    denominator: 'All reviews in the table',
    notes: [
      'One review may have several factors, so the counts do not add up to the number of reviews.',
      modifiableFactorDefinition,
    ],
  })
}
