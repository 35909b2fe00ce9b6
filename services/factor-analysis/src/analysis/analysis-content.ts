import {
  AnalysisContent,
  DomainAssessment,
  FactorDomain,
  Modifiability,
  outcomeContradicts,
  Refusal,
} from '@cdop/domain'
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

const assessmentOf = (domain: FactorDomain, { answer, factors }: z.infer<typeof DomainAnswer>) =>
  answer === 'factors' ? { domain, answer, factors: factors ?? [] } : { domain, answer }

const Texts = z.array(z.object({ text: z.string() }).transform(({ text }) => text))

const Bound = z.object({
  analysis: z.object({
    categories: z.array(z.string().transform(Number)),
    domains: z.partialRecord(FactorDomain, DomainAnswer),
    modifiability: z.string(),
    inadequateReason: z.string().optional(),
    learning: z.string().optional(),
    perinatalKinds: z.array(z.string()).optional(),
    perinatalOther: z.string().optional(),
    issues: Texts.optional(),
    learningPoints: Texts.optional(),
    goodPractice: Texts.optional(),
    followUp: z.record(z.string(), z.string()).optional(),
    referrals: z.record(z.string(), z.string()).optional(),
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
      return found === undefined ? [] : [assessmentOf(domain, found)]
    }),
  })
  if (!content.success) throw incomplete(content.error)
  return content.data
}

const Unfinished = z.object({
  analysis: z
    .object({
      domains: z.partialRecord(FactorDomain, z.unknown()).optional(),
      modifiability: z.string().optional(),
    })
    .optional(),
})

/**
 * Holds an unfinished analysis to the rules as far as it goes: what is not answered yet, a factor that lacks something
 * included, breaks none.
 * @throws Refusal `analysis-incomplete` where nothing is answered, `modifiability-contradicts-factors`
 */
export function checkUnfinished(form: CompiledForm, answers: Answers): void {
  if (Object.keys(answers).length === 0) throw new Refusal('analysis-incomplete')
  const { analysis = {} } = Unfinished.parse(bindings(form, answers))
  const domains = FactorDomain.options.flatMap((domain) => {
    const answered = DomainAnswer.safeParse(analysis.domains?.[domain])
    const read = DomainAssessment.safeParse(
      answered.success ? assessmentOf(domain, answered.data) : undefined,
    )
    return read.success ? [read.data] : []
  })
  const outcome = Modifiability.safeParse(analysis.modifiability)
  if (outcomeContradicts(domains, outcome.data)) {
    throw new Refusal('modifiability-contradicts-factors', ['modifiability'])
  }
}

function incomplete(error: z.ZodError): Refusal {
  return new Refusal(
    'analysis-incomplete',
    error.issues.map((issue) => issue.path.join('.')),
  )
}
