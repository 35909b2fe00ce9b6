import { primaryCategory } from '../category-of-death/category-of-death.ts'
import type { AnalysisContent } from '../factor/modifiability.ts'
import type { CalibrationCase } from './calibration-case.ts'
import { externalCases } from './external-cases.ts'
import { illnessCases } from './illness-cases.ts'
import { newbornAndSuddenCases } from './newborn-and-sudden-cases.ts'

/**
 * Every invented case there is to code, one for each category of death. Text and intended coding are this product's own; no
 * clinician has checked them. Nothing in them is of any child.
 */
export const calibrationCases: readonly CalibrationCase[] = [
  ...externalCases,
  ...illnessCases,
  ...newbornAndSuddenCases,
]

/** How many have to have coded a case before anything is said of how they did. */
export const FEWEST_CALIBRATION_CODERS = 5

/** A coding as it is counted: its codes, the primary category alone, and no word somebody wrote. */
export function codesOf({ categories, domains, modifiability }: AnalysisContent): AnalysisContent {
  return {
    categories: [primaryCategory(categories)],
    modifiability,
    domains: domains.map((assessed) => {
      if (assessed.answer !== 'factors') return assessed
      const factors = assessed.factors.map(({ description: _, ...codes }) => codes)
      return { ...assessed, factors }
    }),
  }
}
