import { AnalysisContent, FactorDomain, Refusal } from '@cdop/domain'
import { type Answers, bindings, type CompiledForm } from '@cdop/forms'
import { z } from 'zod'

const FactorRow = z
  .object({
    code: z.string(),
    description: z.string().optional(),
    relevance: z.enum(['1', '2']),
    modifiable: z.enum(['yes', 'no']).optional(),
  })
  .transform(({ code, description, relevance, modifiable }) => ({
    code,
    ...(description !== undefined && { description }),
    ...(relevance === '2' ? { relevance: 2, modifiable: modifiable === 'yes' } : { relevance: 1 }),
  }))

const DomainAnswer = z.object({ answer: z.string(), factors: z.array(FactorRow).optional() })

const Bound = z.object({
  analysis: z.object({
    categories: z.array(z.string().transform(Number)),
    domains: z.partialRecord(FactorDomain, DomainAnswer),
    modifiability: z.string(),
    inadequateReason: z.string().optional(),
    learning: z.string().optional(),
  }),
})

/**
 * The analysis a filled form holds, as the rules know it.
 * @throws Refusal `analysis-incomplete` naming the fields that are missing
 */
export function analysisContent(form: CompiledForm, answers: Answers): AnalysisContent {
  const bound = Bound.safeParse(bindings(form, answers))
  if (!bound.success) throw incomplete(bound.error)
  const { domains, ...rest } = bound.data.analysis
  const content = AnalysisContent.safeParse({
    ...rest,
    domains: FactorDomain.options.flatMap((domain) => {
      const found = domains[domain]
      if (found === undefined) return []
      const { answer, factors } = found
      return [answer === 'factors' ? { domain, answer, factors: factors ?? [] } : { domain, answer }]
    }),
  })
  if (!content.success) throw incomplete(content.error)
  return content.data
}

function incomplete(error: z.ZodError): Refusal {
  return new Refusal(
    'analysis-incomplete',
    error.issues.map((issue) => issue.path.join('.')),
  )
}
