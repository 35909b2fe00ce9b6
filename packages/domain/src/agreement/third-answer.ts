import { z } from 'zod'
import { CategoryOfDeath } from '../category-of-death/category-of-death.ts'
import { type DomainAssessment, type Factor, FactorCode, FactorDomain } from '../factor/factor.ts'
import { type AnalysisContent, checkAnalysis, Modifiability } from '../factor/modifiability.ts'
import { Refusal } from '../refusal/refusal.ts'
import { FactorRating, factorCodesOf, ratingIn } from './double-coding.ts'

/** What holds where neither of two codings does: the category, the outcome, and what is said of each factor either panel named. */
export const ThirdAnswer = z.strictObject({
  category: CategoryOfDeath,
  modifiability: Modifiability,
  factors: z
    .array(z.strictObject({ code: FactorCode, rating: FactorRating.exclude(['not-judged']) }))
    .max(240),
})
export type ThirdAnswer = z.infer<typeof ThirdAnswer>

/** A factor at least one of two panels named, and what each said of it. */
export const NamedFactor = z.strictObject({
  domain: FactorDomain,
  code: FactorCode,
  first: FactorRating,
  second: FactorRating,
})
export type NamedFactor = z.infer<typeof NamedFactor>

/** Every factor either of two codings names, in the order of the form. */
export function namedFactors(first: AnalysisContent, second: AnalysisContent): NamedFactor[] {
  return first.domains.flatMap((one) => {
    const other = second.domains.find(({ domain }) => domain === one.domain) ?? one
    return [...new Set([...factorCodesOf(one), ...factorCodesOf(other)])].map((code) => ({
      domain: one.domain,
      code,
      first: ratingIn(one, code),
      second: ratingIn(other, code),
    }))
  })
}

const factorOf: Record<ThirdAnswer['factors'][number]['rating'], (code: FactorCode) => Factor | null> = {
  'not-found': () => null,
  unlikely: (code) => ({ relevance: 1, code }),
  'may-have': (code) => ({ relevance: 2, code, modifiable: false }),
  modifiable: (code) => ({ relevance: 2, code, modifiable: true }),
}

/**
 * A third answer as the analysis it stands for. It speaks of every factor either panel named, and of no other: whoever settles
 * brings nothing up that no panel saw.
 * @throws Refusal `analysis-incomplete` naming the factors it leaves out or brings up; those of `checkAnalysis`
 */
export function thirdAnalysis(
  first: AnalysisContent,
  second: AnalysisContent,
  { third, reason }: { third: ThirdAnswer; reason: string },
): AnalysisContent {
  const named = namedFactors(first, second)
  const said = new Map(third.factors.map(({ code, rating }) => [code, rating]))
  const wrong = [
    ...named.filter(({ code }) => !said.has(code)).map(({ code }) => code),
    ...third.factors.filter(({ code }) => !named.some((one) => one.code === code)).map(({ code }) => code),
  ]
  if (wrong.length > 0 || said.size < third.factors.length) throw new Refusal('analysis-incomplete', wrong)
  const domains = first.domains.map((one): DomainAssessment => {
    const { domain } = one
    const factors = named.flatMap(({ domain: where, code }) => {
      const rating = said.get(code)
      return where !== domain || rating === undefined ? [] : (factorOf[rating](code) ?? [])
    })
    if (factors.length > 0) return { domain, answer: 'factors', factors }
    const other = second.domains.find((their) => their.domain === domain) ?? one
    const unknown = one.answer === 'no-information' && other.answer === 'no-information'
    return { domain, answer: unknown ? 'no-information' : 'none-identified' }
  })
  const { category, modifiability } = third
  const content: AnalysisContent = {
    categories: [category],
    domains,
    modifiability,
    ...(modifiability === 'inadequate-information' && { inadequateReason: reason }),
  }
  checkAnalysis(content)
  return content
}
