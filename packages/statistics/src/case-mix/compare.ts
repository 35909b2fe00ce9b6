import { z } from 'zod'
import { countInterval, Interval } from '../interval/interval.ts'
import { ControlLimits, controlLimits, countDistribution, funnelLevels } from './funnel.ts'
import { DifferenceSplit, splitDifference } from './split.ts'
import { type CaseMixStrata, type MixedReview, type StratumCounts, sortedInto, totalOf } from './strata.ts'

const counted = {
  /** Reviews of the area for which there is a stratum, and those for which there is none and which are left out. */
  reviews: z.int().nonnegative(),
  withoutReference: z.int().nonnegative(),
}

/**
 * An area's share of reviews with modifiable factors against that of all areas, adjusted for case mix. Exact, and so not for
 * publication: what is published of it goes through the protection of counts.
 */
export const CaseMixComparison = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('compared'),
    notForPublication: z.literal(true),
    ...counted,
    observed: z.int().nonnegative(),
    /** How many would have had modifiable factors, had each stratum the share it has in all areas. */
    expected: z.number().positive(),
    ratio: z.number().nonnegative(),
    interval: Interval,
    /** Per cent: of the area as it is, of all, and the area's were its case mix that of all (ratio × all, 100 at most). */
    crudePercent: z.number(),
    allPercent: z.number(),
    adjustedPercent: z.number(),
    adjustedInterval: Interval,
    split: DifferenceSplit,
    /** Limits of the observed count by the area's own case mix, the inner first. */
    limits: z.array(ControlLimits),
    position: z.enum(['within', 'outside-95', 'outside-998']),
  }),
  z.strictObject({
    kind: z.literal('cannot-say'),
    ...counted,
    reason: z.enum(['too-few-reviews', 'too-few-expected', 'too-many-without-reference', 'no-reference']),
  }),
])
export type CaseMixComparison = z.infer<typeof CaseMixComparison>

export type ComparisonSettings = Readonly<{
  level?: number
  /** Reviews below which nothing is said: 50, as for every published percentage, or more. */
  fewestReviews?: number
  /** Expected number below which nothing is said: 10, as the Office for National Statistics has it for standardised rates. */
  fewestExpected?: number
  /** Share of the area's reviews that may be without reference; 0.05 unless said. */
  withoutReference?: number
}>

/**
 * Indirect standardisation: O / E with E = Σ ns qs, ns the area's reviews in stratum s and qs the share of that stratum with
 * modifiable factors in all areas, which are taken as known.
 *
 * The interval of the ratio is that of the observed count by the English public health standard (exact Poisson below 10, Byar's
 * from 10) divided by E. It takes the count as Poisson and so is too wide where the share is not small: at 40% it holds the
 * truth 99 times in 100. Whether an area lies outside the funnel goes by the exact distribution of its count instead.
 *
 * When all areas include this one, its ratio is drawn towards 1 by its share of the strata. Where cases are too unlike for their
 * stratum, or where more is between areas than chance and coding, more lie outside than the levels say.
 */
export function compareWithAll(
  area: readonly MixedReview[],
  all: CaseMixStrata,
  settings: ComparisonSettings = {},
): CaseMixComparison {
  const { level = 0.95, fewestReviews = 50, fewestExpected = 10, withoutReference: most = 0.05 } = settings
  const { counts, withoutReference } = sortedInto(all, area)
  const { reviews, modifiable: observed } = totalOf(counts.values())
  const cannotSay = (
    reason: 'too-few-reviews' | 'too-few-expected' | 'too-many-without-reference' | 'no-reference',
  ) => ({ kind: 'cannot-say', reviews, withoutReference, reason }) as const
  if (all.all.reviews === 0) return cannotSay('no-reference')
  if (withoutReference > most * area.length) return cannotSay('too-many-without-reference')
  if (reviews < Math.max(1, fewestReviews)) return cannotSay('too-few-reviews')
  const chances = [...counts].map(([key, { reviews: own }]) => ({
    reviews: own,
    chance: chanceOf(all.strata.get(key)),
  }))
  const expected = chances.reduce((sum, { reviews: own, chance }) => sum + own * chance, 0)
  if (expected < fewestExpected || expected === 0) return cannotSay('too-few-expected')
  const ofCount = countInterval(observed, level)
  const interval = { ...ofCount, low: ofCount.low / expected, high: ofCount.high / expected }
  const allPercent = (100 * all.all.modifiable) / all.all.reviews
  const adjusted = (ratio: number) => Math.min(100, ratio * allPercent)
  const distribution = countDistribution(chances)
  const limits = funnelLevels.map((one) => controlLimits(distribution, one))
  return {
    kind: 'compared',
    notForPublication: true,
    reviews,
    withoutReference,
    observed,
    expected,
    ratio: observed / expected,
    interval,
    crudePercent: (100 * observed) / reviews,
    allPercent,
    adjustedPercent: adjusted(observed / expected),
    adjustedInterval: { ...interval, low: adjusted(interval.low), high: adjusted(interval.high) },
    split: splitDifference({ reviews, observed, expected }, all.all),
    limits,
    position: positionOf(observed, limits),
  }
}

const chanceOf = (stratum: StratumCounts | undefined): number =>
  stratum === undefined ? 0 : stratum.modifiable / stratum.reviews

function positionOf(
  observed: number,
  limits: readonly ControlLimits[],
): 'within' | 'outside-95' | 'outside-998' {
  const [inner, outer] = limits.map(({ low, high }) => observed < low || observed > high)
  if (outer) return 'outside-998'
  return inner ? 'outside-95' : 'within'
}
