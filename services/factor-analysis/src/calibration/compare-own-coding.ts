import {
  type AnalysisContent,
  AreaId,
  type CalibrationCase,
  CalibrationKey,
  CategoryOfDeath,
  type CodingDifference,
  differencesOf,
  FactorCode,
  FactorDomain,
  FactorRating,
  Modifiability,
  PlainDate,
  primaryCategory,
  Refusal,
} from '@cdop/domain'
import { SummarySection, summary } from '@cdop/forms'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { CALIBRATED_SECTIONS, codingOf } from './asked-case.ts'
import { countedAnswers } from './calibration-answer-store.ts'
import { openOwn, ownCoding } from './calibration-coding-store.ts'
import { ownContent } from './own-content.ts'

const CodedFactor = z.strictObject({ domain: FactorDomain, code: FactorCode, rating: FactorRating })

/** One thing that was coded otherwise than intended; a difference of a domain is in whether anything was known or found. */
const Difference = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('category'), intended: CategoryOfDeath, own: CategoryOfDeath }),
  z.strictObject({ of: z.literal('modifiability'), intended: Modifiability, own: Modifiability }),
  z.strictObject({
    of: z.literal('domain'),
    domain: FactorDomain,
    intended: z.enum(['no-information', 'none-identified', 'factors']),
    own: z.enum(['no-information', 'none-identified', 'factors']),
  }),
  z.strictObject({ of: z.literal('factor'), code: FactorCode, intended: FactorRating, own: FactorRating }),
])

/** How those who are counted coded a case: how many chose what, never who. */
const Colleagues = z.strictObject({
  coders: z.int().positive(),
  categories: z.array(z.strictObject({ category: CategoryOfDeath, coders: z.int().positive() })),
  outcomes: z.array(z.strictObject({ modifiability: Modifiability, coders: z.int().positive() })),
  /** How many said of a factor otherwise than intended; the largest first. */
  factors: z.array(
    CodedFactor.omit({ rating: true }).extend({
      intended: z.boolean(),
      found: z.int().nonnegative(),
      modifiable: z.int().nonnegative(),
    }),
  ),
})

const Compared = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()),
  codedOn: PlainDate,
  own: z.array(SummarySection),
  intended: z.strictObject({
    category: CategoryOfDeath,
    modifiability: Modifiability,
    domains: z.array(
      z.strictObject({
        domain: FactorDomain,
        answer: z.enum(['no-information', 'none-identified', 'factors']),
        factors: z.array(CodedFactor),
      }),
    ),
    why: z.strictObject({ category: z.string(), factors: z.string(), outcome: z.string() }),
  }),
  differences: z.array(Difference),
  /** Null before five have coded it. */
  colleagues: Colleagues.nullable(),
})
type Compared = z.infer<typeof Compared>

const ratingOf = (factor: { relevance: 1 } | { relevance: 2; modifiable: boolean }) => {
  if (factor.relevance === 1) return 'unlikely' as const
  return factor.modifiable ? ('modifiable' as const) : ('may-have' as const)
}

function codedFactors({ domains }: AnalysisContent): z.infer<typeof CodedFactor>[] {
  return domains.flatMap((one) =>
    one.answer === 'factors'
      ? one.factors.map((factor) => ({ domain: one.domain, code: factor.code, rating: ratingOf(factor) }))
      : [],
  )
}

function intendedOf({ intended, why }: CalibrationCase): Compared['intended'] {
  const factors = codedFactors(intended)
  return {
    category: primaryCategory(intended.categories),
    modifiability: intended.modifiability,
    domains: intended.domains.map(({ domain, answer }) => ({
      domain,
      answer,
      factors: factors.filter((one) => one.domain === domain),
    })),
    why: { ...why },
  }
}

function differenceOf(found: CodingDifference): z.infer<typeof Difference> {
  const { first: intended, second: own, ...of } = found
  return Difference.parse({ ...of, intended, own })
}

function counted<Chosen>(chosen: readonly Chosen[]): [Chosen, number][] {
  return [...Map.groupBy(chosen, (one) => one)]
    .map(([one, all]): [Chosen, number] => [one, all.length])
    .sort(([, one], [, other]) => other - one)
}

/** How colleagues coded a case; null where none are counted yet. */
function colleaguesOf(
  { intended }: Pick<CalibrationCase, 'intended'>,
  answers: readonly AnalysisContent[],
): z.infer<typeof Colleagues> | null {
  if (answers.length === 0) return null
  const wanted = codedFactors(intended)
  const said = answers.flatMap(codedFactors)
  const keys = new Map(
    [...wanted, ...said].map(({ domain, code }) => [`${domain}/${code}`, { domain, code }] as const),
  )
  const factors = [...keys.values()].map(({ domain, code }) => {
    const is = (one: { domain: FactorDomain; code: FactorCode }) => one.domain === domain && one.code === code
    const found = said.filter(is)
    return {
      domain,
      code,
      intended: wanted.some(is),
      found: found.length,
      modifiable: found.filter(({ rating }) => rating === 'modifiable').length,
    }
  })
  const otherwise = ({ intended: meant, found }: { intended: boolean; found: number }) =>
    meant ? answers.length - found : found
  return {
    coders: answers.length,
    categories: counted(answers.map(({ categories }) => primaryCategory(categories))).map(
      ([category, coders]) => ({ category, coders }),
    ),
    outcomes: counted(answers.map(({ modifiability }) => modifiability)).map(([modifiability, coders]) => ({
      modifiability,
      coders,
    })),
    factors: factors.sort((one, other) => otherwise(other) - otherwise(one)),
  }
}

/**
 * One's own coding beside the intended one, why it was intended so, and how colleagues coded. Only once one has finished oneself.
 * @throws Refusal `not-found` before that
 */
export const compareOwnCoding = requires('calibration:code')
  .input(z.strictObject({ areaId: AreaId, caseKey: CalibrationKey }))
  .output(Compared)
  .query(({ ctx: { actor, parts }, input }): Promise<Compared> => {
    const of = codingOf(actor, input)
    const { one } = of
    return parts.database.transaction(actor, async (tx) => {
      const found = await ownCoding(tx, of)
      if (found?.state !== 'final') throw new Refusal('not-found')
      const cipher = await areaCipher(tx, parts.keys, of.areaId)
      const { form, answers, content } = ownContent(found.formVersion, openOwn(cipher, of, found))
      const asked: readonly string[] = CALIBRATED_SECTIONS
      const others = (await countedAnswers(tx, of.areaId)).filter(
        ({ caseKey, edition }) => caseKey === one.key && edition === one.edition,
      )
      return {
        title: one.title,
        paragraphs: [...one.paragraphs],
        codedOn: found.codedOn,
        own: summary(form, answers).filter(({ linkId }) => asked.includes(linkId)),
        intended: intendedOf(one),
        differences: differencesOf(one.intended, content).map(differenceOf),
        colleagues: colleaguesOf(
          one,
          others.map(({ codes }) => codes),
        ),
      }
    })
  })
