import type { Db } from '@cdop/database'
import { AgeBand, type AreaId, addMonths, daysBetween, type Instant, PlainDate, Sex } from '@cdop/domain'
import { ModifiabilityCode, type ReportingYear, ReviewFact, type TookCode } from '@cdop/statistics'
import { z } from 'zod'
import { countedFactor } from '../figure/factor-codebook.ts'
import { notInError } from './case-in-error-store.ts'
import { stepsKnownAt } from './case-step-store.ts'
import { countedAs, ToldOfDeath } from './known-facts.ts'
import { notMerged } from './merged-case-store.ts'
import { ofReviewMeeting } from './review-meeting-steps.ts'
import { prevailingIndex, safeguardingReview } from './statistical-codes.ts'
import { notTransferred } from './transferred-case-store.ts'

const ReviewRow = z.object({
  caseId: z.string(),
  reviewedInYear: z.string(),
  firstReviewedOn: PlainDate,
  primaryCategory: z.number(),
  modifiability: ModifiabilityCode,
  factors: z.array(
    z.object({ domain: z.string(), code: z.string(), relevance: z.number(), modifiable: z.boolean() }),
  ),
  /** Null while the area has no fact of the death. */
  diedOn: PlainDate.nullable(),
  ageBand: AgeBand.nullable(),
  sex: Sex.nullable(),
})

const fewest = ['0', '1', '2', '3'] as const

function tookFrom(diedOn: PlainDate, reviewedOn: PlainDate): { took: TookCode; daysTaken: number | null } {
  const days = daysBetween(diedOn, reviewedOn)
  // A review dated before the death is a mistake that no statistic may rest on.
  if (days < 0) return { took: 'not-known', daysTaken: null }
  if (reviewedOn <= addMonths(diedOn, 6)) return { took: 'within-6', daysTaken: days }
  return { took: reviewedOn <= addMonths(diedOn, 12) ? 'within-12' : 'over-12', daysTaken: days }
}

/** Reviews of these reporting years as known at the instant, with what was known then of the child and of the case on its way. */
export async function reviewsKnownAt(
  tx: Db,
  areaId: AreaId,
  years: readonly ReportingYear[],
  at: Instant,
): Promise<readonly ReviewFact[]> {
  const rows = await tx`
    select review.case_id, review.reviewed_in_year, review.first_reviewed_on, review.primary_category,
      review.modifiability, review.factors,
      death.died_on, death.age_band, death.sex, death.ethnic_category, death.place_of_death, death.expectedness,
      death.deprivation, death.rural_urban, death.flags, death.gestation, death.jar_triggers,
      death.response_started, death.other_reviews, death.completeness
    from reporting.review_facts review
    left join reporting.death_facts death
      on death.area_id = review.area_id and death.case_id = review.case_id
      and death.recorded_from <= ${at} and (death.recorded_to is null or death.recorded_to > ${at})
    where review.area_id = ${areaId} and review.reviewed_in_year = any (${years.map(({ code }) => code)})
      and review.recorded_from <= ${at} and (review.recorded_to is null or review.recorded_to > ${at})
      and ${notInError(tx, 'review', areaId, at)}
      and ${notMerged(tx, 'review', areaId, at)}
      and ${notTransferred(tx, 'review', areaId, at)}
  `
  const read = rows.map((raw) => {
    const row = ReviewRow.parse(raw)
    return { row, told: row.diedOn === null ? null : ToldOfDeath.parse(raw) }
  })
  const steps = await stepsKnownAt(
    tx,
    areaId,
    read.map(({ row }) => row.caseId),
    at,
  )
  const index = prevailingIndex(read.flatMap(({ told }) => (told === null ? [] : [told.deprivation])))
  return read.map(({ row, told }) => {
    const modifiable = row.factors.filter((factor) => factor.modifiable)
    const relevant = row.factors.filter(({ relevance }) => relevance === 2)
    const { diedOn, ageBand, sex, firstReviewedOn } = row
    const ofCase = steps.get(row.caseId) ?? []
    const waitedFor = (reason: string) =>
      ofCase.some(({ step, code }) => step === 'hold-began' && code === reason)
    return ReviewFact.parse({
      caseId: row.caseId,
      areaId,
      reviewedInYear: row.reviewedInYear,
      reviewedMonth: firstReviewedOn.slice(0, 7),
      primaryCategory: row.primaryCategory,
      modifiability: row.modifiability,
      modifiableFactorCodes: [...new Set(modifiable.map(({ code }) => countedFactor(code)))],
      modifiableFactors: fewest[modifiable.length] ?? '4-and-more',
      relevantDomains: [...new Set(relevant.map(({ domain }) => domain))],
      inquest: waitedFor('inquest') ? 'waited-for-inquest' : 'did-not-wait',
      ...(told !== null && countedAs(told, index)),
      safeguardingReview: safeguardingReview(
        told?.otherReviews ?? null,
        waitedFor('child-safeguarding-practice-review'),
      ),
      ...ofReviewMeeting(ofCase, diedOn),
      ...(ageBand !== null && { ageBand }),
      ...(sex !== null && { sex }),
      ...(diedOn !== null && tookFrom(diedOn, firstReviewedOn)),
    })
  })
}
