import { AreaId, Instant, requireArea } from '@cdop/domain'
import {
  CaseMixComparison,
  caseMixOf,
  caseMixStrata,
  compareWithAll,
  type MixedReview,
  previousReportingYear,
  type ReportingYear,
  type ReviewFact,
} from '@cdop/statistics'
import { z } from 'zod'
import { areaName } from '../area/area-store.ts'
import { reviewsKnownAt } from '../fact/known-reviews.ts'
import { isRunning, requireBegun, WrittenReportingYear } from '../figure/reporting-year-input.ts'
import { requires } from '../rpc.ts'
import { caseMixOfAll } from './case-mix-of-all.ts'

/** Reviews of an area below which nothing is said of it, as of every published percentage. */
const FEWEST_REVIEWS = 50
/**
 * Areas with so many reviews that there must be, this one among them: of two, what is left of all without one's own is the
 * other's own figure.
 */
const FEWEST_AREAS = 3
/** As many years as stand side by side elsewhere. */
const YEARS = 5

const CaseMixFigure = z.strictObject({
  notForPublication: z.literal(true),
  areaName: z.string(),
  asKnownOn: Instant,
  fewestReviews: z.int().positive(),
  fewestAreas: z.int().positive(),
  /** Of full years, the oldest first; a year that runs stands alone. */
  years: z.array(z.strictObject({ code: z.string(), label: z.string() })).min(1),
  /** Null where too few areas are known here to hold one against. */
  compared: z
    .strictObject({
      together: CaseMixComparison,
      /** In the order of the years. */
      byYear: z.array(CaseMixComparison),
    })
    .nullable(),
})
type CaseMixFigure = z.infer<typeof CaseMixFigure>

/**
 * The share of an area's reviews with modifiable factors against that of all areas over up to five years, adjusted for case mix
 * and split into case mix and coding. Exact and for use inside; audited before the answer leaves.
 * @throws Refusal `date-in-future` for a year that has not begun
 */
export const readCaseMix = requires('case-mix:read')
  .input(z.strictObject({ areaId: AreaId, reportingYear: WrittenReportingYear }))
  .output(CaseMixFigure)
  .query(({ ctx: { actor, parts }, input: { areaId, reportingYear: last } }): Promise<CaseMixFigure> => {
    requireArea(actor, areaId)
    requireBegun(last, parts.clock)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'figure.case-mix',
        object: { kind: 'figure', id: `case-mix:${last.code}` },
      })
      const at = parts.clock.now()
      const years = isRunning(last, parts.clock) ? [last] : yearsUpTo(last)
      const all = await caseMixOfAll(tx, years, at, FEWEST_REVIEWS)
      const about = {
        notForPublication: true as const,
        areaName: await areaName(tx, areaId),
        asKnownOn: at,
        fewestReviews: FEWEST_REVIEWS,
        fewestAreas: FEWEST_AREAS,
        years: years.map(({ code, label }) => ({ code, label })),
      }
      if (all.areas < FEWEST_AREAS) return { ...about, compared: null }
      const strata = caseMixStrata(all.reviews)
      const ofYears: MixedReview[][] = []
      for (const year of years) ofYears.push((await reviewsKnownAt(tx, areaId, [year], at)).map(mixed))
      const against = (reviews: readonly MixedReview[]) =>
        compareWithAll(reviews, strata, { fewestReviews: FEWEST_REVIEWS })
      return { ...about, compared: { together: against(ofYears.flat()), byYear: ofYears.map(against) } }
    })
  })

const mixed = (review: ReviewFact): MixedReview => ({
  mix: caseMixOf(review, review.placeOfDeath),
  modifiable: review.modifiability === 'modifiable-factors-identified',
})

function yearsUpTo(last: ReportingYear): ReportingYear[] {
  const years = [last]
  while (years.length < YEARS) {
    const [oldest] = years
    if (oldest === undefined) break
    years.unshift(previousReportingYear(oldest))
  }
  return years
}
