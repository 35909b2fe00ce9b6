import type { ReportingYear } from '../reporting-year/reporting-year.ts'
import { categoriesOfDeath, modifiabilities } from './code-lists.ts'
import { type CodeList, ReviewMeasure } from './measure.ts'

/** The definition every figure on modifiable factors carries. */
export const modifiableFactorDefinition =
  'Modifiable factors are those which may have contributed to the death and which, by locally or nationally ' +
  'achievable interventions, could be modified to reduce the risk of future child deaths. ' +
  'This is not a finding that this death would have been prevented.'

/** R1: reviews completed in one reporting year by what the panel agreed about modifiable factors. */
export function reviewsByModifiability(year: ReportingYear): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R1',
    version: 1,
    title: 'Reviews by modifiability',
    population: 'reviews',
    period: year.label,
    filters: [{ field: 'reviewedInYear', anyOf: [year.code] }],
    shape: 'partition',
    rows: { field: 'modifiability', title: 'Modifiability', codes: modifiabilities },
    columns: null,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all reviews' }],
    denominator: 'All reviews in the table, those with inadequate information included',
    notes: [modifiableFactorDefinition],
  })
}

/** R2: reviews completed in one reporting year by primary category of death and modifiability. */
export function reviewsByCategoryAndModifiability(year: ReportingYear): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R2',
    version: 1,
    title: 'Reviews by primary category of death and modifiability',
    population: 'reviews',
    period: year.label,
    filters: [{ field: 'reviewedInYear', anyOf: [year.code] }],
    shape: 'partition',
    rows: { field: 'primaryCategory', title: 'Primary category of death', codes: categoriesOfDeath },
    columns: { field: 'modifiability', title: 'Modifiability', codes: modifiabilities },
    statistics: [{ kind: 'percentage', of: 'row-total', label: '% of reviews in the category' }],
    denominator: 'All reviews in the category, those with inadequate information included',
    notes: [modifiableFactorDefinition],
  })
}

/** R3: in how many reviews of one reporting year each factor of the codebook was called modifiable. */
export function mostFrequentModifiableFactors(year: ReportingYear, codebook: CodeList): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R3',
    version: 1,
    title: 'Most frequent modifiable factors',
    population: 'reviews',
    period: year.label,
    filters: [{ field: 'reviewedInYear', anyOf: [year.code] }],
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
