import {
  type AnalysisContent,
  type CalibrationCase,
  CategoryOfDeath,
  type FactorCode,
  FactorDomain,
  type FoundWhen,
  factorsOf,
  Modifiability,
  primaryCategory,
} from '@cdop/domain'
import {
  type Agreement,
  agreementByFactor,
  agreementOfTwoPanels,
  FactorAgreement,
  fleissKappa,
  gwetAgreementOfSeveral,
  pairTable,
  ratingCounts,
} from '@cdop/statistics'
import { z } from 'zod'
import { DOMAIN_RATINGS, domainRating } from '../double-coding/agreement-figures.ts'

/** Different cases below which no coefficient is given: how often each answer comes by chance cannot be known from fewer. */
const FEWEST_CALIBRATED_CASES = 4

/** A case with the answers of everybody who is counted. */
export type CodedByMany = { readonly one: CalibrationCase; readonly answers: readonly AnalysisContent[] }

/**
 * A coefficient without an interval: a few cases judged by many are not the independent cases an interval would take them for.
 * Null where there are too few, or nothing to tell apart.
 */
const Value = z.number().nullable()

const CalibratedOn = z.strictObject({
  /** Answers held against the intended one; of a domain, without those that had no information on it. */
  answers: z.int().nonnegative(),
  /** How many of them said what was intended. */
  asIntended: z.int().nonnegative(),
  withIntended: z.strictObject({ kappa: Value, ac1: Value }),
  between: z.strictObject({ kappa: Value, ac1: Value }),
})
type CalibratedOn = z.infer<typeof CalibratedOn>

export const CalibrationFigures = z.strictObject({
  /** Cases enough people have coded. */
  cases: z.int().nonnegative(),
  answers: z.int().nonnegative(),
  fewestCases: z.int().positive(),
  category: CalibratedOn,
  modifiability: CalibratedOn,
  domains: z.array(CalibratedOn.extend({ domain: FactorDomain })),
  /** The first coding is the intended one. Those with the largest share of disagreement first. */
  factors: z.array(FactorAgreement),
})
export type CalibrationFigures = z.infer<typeof CalibrationFigures>

const coefficientOf = (found: Agreement): number | null =>
  found.kind === 'agreement' || found.kind === 'agreement-without-interval' ? found.value : null

function calibratedOn(
  categories: readonly string[],
  cases: readonly CodedByMany[],
  rating: (content: AnalysisContent) => string | null,
): CalibratedOn {
  const rated = cases.map(({ one, answers }) => ({
    intended: rating(one.intended),
    said: answers.map(rating),
  }))
  const pairs = rated.flatMap(({ intended, said }) =>
    said.flatMap((second) => (intended === null || second === null ? [] : [{ first: intended, second }])),
  )
  const judged = rated.filter(
    ({ intended, said }) => intended !== null && said.some((one) => one !== null),
  ).length
  const counts = ratingCounts(
    categories,
    rated.map(({ said }) => said),
  )
  const enough = judged >= FEWEST_CALIBRATED_CASES
  const panels = agreementOfTwoPanels(pairTable(categories, pairs), { fewest: FEWEST_CALIBRATED_CASES })
  const settings = { fewest: FEWEST_CALIBRATED_CASES }
  return {
    answers: pairs.length,
    asIntended: pairs.filter(({ first, second }) => first === second).length,
    withIntended: {
      kappa: enough ? coefficientOf(panels.kappa) : null,
      ac1: enough ? coefficientOf(panels.ac1) : null,
    },
    between: {
      kappa: coefficientOf(fleissKappa(counts, settings)),
      ac1: coefficientOf(gwetAgreementOfSeveral(counts, settings)),
    },
  }
}

/** How far those who coded invented cases agree with what was intended, and with one another: of all of them, never of one. */
export function calibrationFigures(
  cases: readonly CodedByMany[],
  codebook: ReadonlyMap<FactorCode, FactorDomain>,
  foundWhen: FoundWhen,
): CalibrationFigures {
  const answers = cases.reduce((sum, one) => sum + one.answers.length, 0)
  return {
    cases: cases.length,
    answers,
    fewestCases: FEWEST_CALIBRATED_CASES,
    category: calibratedOn(
      CategoryOfDeath.options.map(({ value }) => `${value}`),
      cases,
      ({ categories }) => `${primaryCategory(categories)}`,
    ),
    modifiability: calibratedOn(Modifiability.options, cases, ({ modifiability }) => modifiability),
    domains: FactorDomain.options.map((domain) => ({
      domain,
      ...calibratedOn(DOMAIN_RATINGS, cases, (content) => domainRating(content, domain)),
    })),
    factors: agreementByFactor(
      [...codebook.keys()],
      cases.flatMap(({ one, answers: given }) =>
        given.map((content, at) => ({
          caseId: `${one.key}/${at}`,
          first: factorsOf(one.intended, codebook, foundWhen),
          second: factorsOf(content, codebook, foundWhen),
        })),
      ),
      { fewest: 5 },
    ),
  }
}
