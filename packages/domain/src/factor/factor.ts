import { z } from 'zod'
import { text } from '../text/text.ts'

/** The four domains of the analysis form since 2018/19. */
export const FactorDomain = z.enum(['intrinsic', 'social', 'physical', 'service'])
export type FactorDomain = z.infer<typeof FactorDomain>

/** A code from the factor codebook; the codebook is dated reference data, so only its shape is known here. */
export const FactorCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<'FactorCode'>()
export type FactorCode = z.infer<typeof FactorCode>

const description = text(2000).optional()

/** One factor with the form's own relevance: 1 unlikely to have contributed, 2 may have. Only a 2 can be called modifiable. */
export const Factor = z.discriminatedUnion('relevance', [
  z.strictObject({ relevance: z.literal(1), code: FactorCode, description }),
  z.strictObject({ relevance: z.literal(2), code: FactorCode, description, modifiable: z.boolean() }),
])
export type Factor = z.infer<typeof Factor>

/** What the panel answered for one of the four domains. */
export const DomainAssessment = z.discriminatedUnion('answer', [
  z.strictObject({ domain: FactorDomain, answer: z.literal('no-information') }),
  z.strictObject({ domain: FactorDomain, answer: z.literal('none-identified') }),
  z.strictObject({
    domain: FactorDomain,
    answer: z.literal('factors'),
    factors: z.array(Factor).min(1).max(30),
  }),
])
export type DomainAssessment = z.infer<typeof DomainAssessment>

/** The domain's grade on the national form (0, 1 or 2), derived and never typed in. */
export function relevanceOf(assessment: DomainAssessment): 0 | 1 | 2 {
  switch (assessment.answer) {
    case 'no-information':
      return 0
    case 'none-identified':
      return 1
    case 'factors':
      return assessment.factors.some((factor) => factor.relevance === 2) ? 2 : 1
  }
}
