import {
  type AnalysisContent,
  CategoryOfDeath,
  codedPairOf,
  type DoubleCoding,
  type FactorCode,
  FactorDomain,
  type FoundWhen,
  Modifiability,
  primaryCategory,
  relevanceOf,
} from '@cdop/domain'
import {
  Agreement,
  agreementByFactor,
  agreementOfTwoPanels,
  FactorAgreement,
  FEWEST_DOUBLE_CODED,
  fleissKappa,
  Percentage,
  pairTable,
  ratingCounts,
  type Weighting,
} from '@cdop/statistics'
import { z } from 'zod'

/** How far two codings agree on one thing, with no count of single categories: those tell of a few cases. */
const AgreementOn = z.strictObject({
  /** Cases both panels judged. */
  cases: z.int().nonnegative(),
  /** Null below the fewest. */
  agreed: Percentage.nullable(),
  kappa: Agreement,
  ac1: Agreement,
  /** Pairs by different panels, as if each coding had been drawn from one pool. */
  fleiss: Agreement,
  /** Where the answers have an order: near misses count in part. */
  weighted: z.strictObject({ kappa: Agreement, ac2: Agreement }).nullable(),
})
type AgreementOn = z.infer<typeof AgreementOn>

export const AgreementFigures = z.strictObject({
  pairs: z.int().nonnegative(),
  fewest: z.int().positive(),
  category: AgreementOn,
  modifiability: AgreementOn,
  domains: z.array(AgreementOn.extend({ domain: FactorDomain })),
  /** Those with the largest share of disagreement first. */
  factors: z.array(FactorAgreement),
})
export type AgreementFigures = z.infer<typeof AgreementFigures>

type TwiceCoded = Exclude<DoubleCoding, { state: 'coded-once' }>

/** In their order: the further along, the more the domain may have had to do with the death. */
export const DOMAIN_RATINGS = ['none-identified', 'unlikely', 'may-have']

/** What a panel said of a domain; null where it had no information on it, which is nothing between the others. */
export function domainRating({ domains }: AnalysisContent, domain: FactorDomain): string | null {
  const assessed = domains.find((one) => one.domain === domain)
  if (assessed === undefined || assessed.answer === 'no-information') return null
  if (assessed.answer === 'none-identified') return 'none-identified'
  return relevanceOf(assessed) === 2 ? 'may-have' : 'unlikely'
}

function agreementOn(
  categories: readonly string[],
  ratings: readonly (readonly [string | null, string | null])[],
  weighting?: Weighting,
): AgreementOn {
  const pairs = ratings.flatMap(([first, second]) =>
    first === null || second === null ? [] : [{ first, second }],
  )
  const found = agreementOfTwoPanels(
    pairTable(categories, pairs),
    weighting === undefined ? {} : { weighting },
  )
  const { cases, agreed, kappa, ac1, weighted } = found
  return {
    cases,
    agreed: cases < FEWEST_DOUBLE_CODED ? null : agreed,
    kappa,
    ac1,
    fleiss: fleissKappa(
      ratingCounts(
        categories,
        pairs.map(({ first, second }) => [first, second]),
      ),
    ),
    weighted,
  }
}

/**
 * How far panels agree, from the two codings of each case as they were given, never from what was settled between them. Nothing
 * is said of fewer cases than the statistics ask for.
 */
export function agreementFigures(
  codings: readonly TwiceCoded[],
  codebook: ReadonlyMap<FactorCode, FactorDomain>,
  foundWhen: FoundWhen,
): AgreementFigures {
  const both = <Rating>(rating: (content: AnalysisContent) => Rating): (readonly [Rating, Rating])[] =>
    codings.map(({ first, second }) => [rating(first.content), rating(second.content)])
  return {
    pairs: codings.length,
    fewest: FEWEST_DOUBLE_CODED,
    category: agreementOn(
      CategoryOfDeath.options.map(({ value }) => `${value}`),
      both(({ categories }) => `${primaryCategory(categories)}`),
    ),
    modifiability: agreementOn(
      Modifiability.options,
      both(({ modifiability }) => modifiability),
    ),
    domains: FactorDomain.options.map((domain) => ({
      domain,
      ...agreementOn(
        DOMAIN_RATINGS,
        both((content) => domainRating(content, domain)),
        'linear',
      ),
    })),
    factors: agreementByFactor(
      [...codebook.keys()],
      codings.flatMap((coding) => {
        const pair = codedPairOf(coding, codebook, foundWhen)
        return pair === null ? [] : [{ caseId: pair.caseId, ...pair.factors }]
      }),
    ),
  }
}
