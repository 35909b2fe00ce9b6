import { type CategoryOfDeath, primaryCategory } from '../category-of-death/category-of-death.ts'
import type { FactorCode, FactorDomain } from '../factor/factor.ts'
import type { AnalysisContent, Modifiability } from '../factor/modifiability.ts'
import type { CaseId } from '../id/id.ts'
import type { DoubleCoding } from './double-coding.ts'

/** At what a factor counts as found: when it is recorded at all, when it may have contributed, when it is called modifiable. */
export type FoundWhen = 'recorded' | 'may-have' | 'modifiable'

type Two<Rating> = Readonly<{ first: Rating; second: Rating }>

/** The factors a panel found, and those it did not judge since it had no information on their domain. */
export type FactorsCoded = Readonly<{ found: readonly FactorCode[]; notJudged: readonly FactorCode[] }>

/** What two panels said of one case, in codes alone, for measuring how far panels agree. */
export type CodedPair = Readonly<{
  caseId: CaseId
  category: Two<CategoryOfDeath>
  modifiability: Two<Modifiability>
  factors: Two<FactorsCoded>
}>

/**
 * The two codings of a case as they were given, in codes; null until both are. Never the adjudicated one: counting what was
 * settled between panels as what they said would make them agree. Factors outside the codebook are left out.
 */
export function codedPairOf(
  coding: DoubleCoding,
  codebook: ReadonlyMap<FactorCode, FactorDomain>,
  foundWhen: FoundWhen,
): CodedPair | null {
  if (coding.state === 'coded-once') return null
  const both = <Rating>(of: (content: AnalysisContent) => Rating): Two<Rating> => ({
    first: of(coding.first.content),
    second: of(coding.second.content),
  })
  return {
    caseId: coding.caseId,
    category: both(({ categories }) => primaryCategory(categories)),
    modifiability: both(({ modifiability }) => modifiability),
    factors: both((content) => factorsOf(content, codebook, foundWhen)),
  }
}

/** The factors of one coding; those outside the codebook are left out. */
export function factorsOf(
  { domains }: AnalysisContent,
  codebook: ReadonlyMap<FactorCode, FactorDomain>,
  foundWhen: FoundWhen,
): FactorsCoded {
  const blank = new Set(
    domains.filter(({ answer }) => answer === 'no-information').map(({ domain }) => domain),
  )
  const found = domains
    .flatMap((domain) => (domain.answer === 'factors' ? domain.factors : []))
    .filter((factor) => foundWhen === 'recorded' || factor.relevance === 2)
    .filter((factor) => foundWhen !== 'modifiable' || (factor.relevance === 2 && factor.modifiable))
    .map(({ code }) => code)
    .filter((code) => codebook.has(code))
  const kept = new Set(found)
  return {
    found: [...kept],
    // A factor recorded under another domain than the codebook's was judged.
    notJudged: [...codebook].flatMap(([code, domain]) =>
      blank.has(domain) && !kept.has(code) ? [code] : [],
    ),
  }
}
