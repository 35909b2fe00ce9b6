import { z } from 'zod'
import type { FactorRating } from '../agreement/double-coding.ts'
import type { CategoryOfDeath } from '../category-of-death/category-of-death.ts'
import { type DomainAssessment, FactorCode, FactorDomain } from '../factor/factor.ts'
import { AnalysisContent, type Modifiability } from '../factor/modifiability.ts'

/** Which invented case. Never that of a child: it may stand in an address. */
export const CalibrationKey = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40)
  .brand<'CalibrationKey'>()
export type CalibrationKey = z.infer<typeof CalibrationKey>

/** An invented case for panels to code, with the coding its authors intended. */
export type CalibrationCase = {
  readonly key: CalibrationKey
  /** Another text, or another intended coding, is another edition: what was coded of the one before is not counted with it. */
  readonly edition: string
  /** Case and coding are this product's own. No clinician has checked them. */
  readonly wording: 'own-unchecked'
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly intended: AnalysisContent
  readonly why: { readonly category: string; readonly factors: string; readonly outcome: string }
}

type Rating = Extract<FactorRating, 'unlikely' | 'may-have' | 'modifiable'>
type Found = Readonly<Record<string, Rating>>

/** A case as it is written down: of each domain what was found, `none` or `unknown`. */
export type WrittenCase = {
  readonly key: string
  readonly edition: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly categories: readonly [CategoryOfDeath, ...CategoryOfDeath[]]
  readonly domains: Readonly<Record<FactorDomain, Found | 'none' | 'unknown'>>
  readonly modifiability: Modifiability
  readonly why: CalibrationCase['why']
}

function assessed(domain: FactorDomain, found: Found | 'none' | 'unknown'): DomainAssessment {
  if (found === 'none') return { domain, answer: 'none-identified' }
  if (found === 'unknown') return { domain, answer: 'no-information' }
  const factors = Object.entries(found).map(([written, rating]) => {
    const code = FactorCode.parse(written)
    return rating === 'unlikely'
      ? { relevance: 1 as const, code }
      : { relevance: 2 as const, code, modifiable: rating === 'modifiable' }
  })
  return { domain, answer: 'factors', factors }
}

/** @throws ZodError for a coding the form could not hold */
export function calibrationCase(written: WrittenCase): CalibrationCase {
  const { key, edition, title, paragraphs, categories, domains, modifiability, why } = written
  const intended = AnalysisContent.parse({
    categories,
    modifiability,
    domains: FactorDomain.options.map((domain) => assessed(domain, domains[domain])),
  })
  return {
    key: CalibrationKey.parse(key),
    edition,
    wording: 'own-unchecked',
    title,
    paragraphs,
    intended,
    why,
  }
}
