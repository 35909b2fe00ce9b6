import { z } from 'zod'
import {
  CategoryOfDeath as Category,
  type CategoryOfDeath,
  primaryCategory,
} from '../category-of-death/category-of-death.ts'
import { Refusal } from '../refusal/refusal.ts'
import { text } from '../text/text.ts'
import { analysisOutputs } from './analysis-outputs.ts'
import { DomainAssessment, FactorDomain } from './factor.ts'

/**
 * The panel's judgement on the whole case. Modifiable: "may have contributed to the death and which, by means of
 * locally or nationally achievable interventions, could be modified to reduce the risk of future child deaths".
 */
export const Modifiability = z.enum([
  'modifiable-factors-identified',
  'no-modifiable-factors',
  'inadequate-information',
])
export type Modifiability = z.infer<typeof Modifiability>

/** A complete analysis (Form C) as a panel agrees it. */
export const AnalysisContent = z.strictObject({
  categories: z.array(Category).min(1),
  domains: z.array(DomainAssessment).length(4),
  modifiability: Modifiability,
  inadequateReason: text(2000).optional(),
  learning: text(10_000).optional(),
  ...analysisOutputs,
})
export type AnalysisContent = z.infer<typeof AnalysisContent>

function hasModifiableFactor(domains: readonly DomainAssessment[]): boolean {
  return domains.some(
    (domain) =>
      domain.answer === 'factors' &&
      domain.factors.some((factor) => factor.relevance === 2 && factor.modifiable),
  )
}

/**
 * Whether an outcome can no longer agree with the factors, whatever is still to be answered: it is said that nothing could
 * be modified beside a factor that could, or that something could where all four domains name nothing.
 */
export function outcomeContradicts(
  domains: readonly DomainAssessment[],
  modifiability: Modifiability | undefined,
): boolean {
  if (modifiability === undefined) return false
  const found = hasModifiableFactor(domains)
  if (modifiability !== 'modifiable-factors-identified') return found
  const answered = new Set(domains.map(({ domain }) => domain))
  return !found && FactorDomain.options.every((domain) => answered.has(domain))
}

/**
 * Holds an analysis to the rules of the form: an answer for each of the four domains; modifiable factors identified
 * exactly when a factor that may have contributed is called modifiable; inadequate information only with a reason; the
 * kind of a perinatal event only beside category 8.
 * @throws Refusal `analysis-incomplete` or `modifiability-contradicts-factors`
 */
export function checkAnalysis(content: AnalysisContent): { primaryCategory: CategoryOfDeath } {
  const answered = new Set(content.domains.map((domain) => domain.domain))
  const missing = FactorDomain.options.filter((domain) => !answered.has(domain))
  if (missing.length > 0) throw new Refusal('analysis-incomplete', missing)
  const found = hasModifiableFactor(content.domains)
  if (found !== (content.modifiability === 'modifiable-factors-identified')) {
    throw new Refusal('modifiability-contradicts-factors', ['modifiability'])
  }
  if (content.modifiability === 'inadequate-information' && content.inadequateReason === undefined) {
    throw new Refusal('analysis-incomplete', ['inadequateReason'])
  }
  if (content.perinatalKinds !== undefined && !content.categories.includes(8)) {
    throw new Refusal('analysis-incomplete', ['perinatalKinds'])
  }
  return { primaryCategory: primaryCategory(content.categories) }
}
