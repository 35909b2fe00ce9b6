import type { Db } from '@cdop/database'
import { AgeBand, type AreaId, type Instant, PlainDate, Sex } from '@cdop/domain'
import { DeathFact, ModifiabilityCode, type ReportingYear, ReviewFact } from '@cdop/statistics'
import { z } from 'zod'
import { countedFactor } from '../figure/factor-codebook.ts'
import { notInError } from './case-in-error-store.ts'
import { notMerged } from './merged-case-store.ts'
import { ethnicGroup, expectedness, placeOfDeath } from './statistical-codes.ts'
import { notTransferred } from './transferred-case-store.ts'

/** The facts of an area as they stood at one instant: deaths and reviews, never in one list. */
export type KnownFacts = Readonly<{ deaths: readonly DeathFact[]; reviews: readonly ReviewFact[] }>

const DeathRow = z.object({
  caseId: z.string(),
  diedOn: PlainDate,
  diedInYear: z.string(),
  ageBand: AgeBand,
  sex: Sex,
  ethnicCategory: z.string(),
  placeOfDeath: z.string(),
  expectedness: z.string(),
})

const ReviewRow = z.object({
  caseId: z.string(),
  reviewedInYear: z.string(),
  primaryCategory: z.number(),
  modifiability: ModifiabilityCode,
  factors: z.array(z.object({ code: z.string(), modifiable: z.boolean() })),
  ageBand: AgeBand.nullable(),
  sex: Sex.nullable(),
  placeOfDeath: z.string().nullable(),
})

/** Deaths of these reporting years as known at the instant. */
export async function deathsKnownAt(
  tx: Db,
  areaId: AreaId,
  years: readonly ReportingYear[],
  at: Instant,
): Promise<readonly DeathFact[]> {
  const rows = await tx`
    select case_id, died_on, died_in_year, age_band, sex, ethnic_category, place_of_death, expectedness
    from reporting.death_facts death
    where area_id = ${areaId} and died_in_year = any (${years.map(({ code }) => code)})
      and recorded_from <= ${at} and (recorded_to is null or recorded_to > ${at})
      and ${notInError(tx, 'death', areaId, at)}
      and ${notMerged(tx, 'death', areaId, at)}
      and ${notTransferred(tx, 'death', areaId, at)}
  `
  return rows.map((raw) => {
    const { ethnicCategory, diedOn, ...row } = DeathRow.parse(raw)
    return DeathFact.parse({
      ...row,
      areaId,
      diedMonth: diedOn.slice(0, 7),
      ethnicGroup: ethnicGroup(ethnicCategory),
      placeOfDeath: placeOfDeath(row.placeOfDeath),
      expectedness: expectedness(row.expectedness),
    })
  })
}

/** Reviews of the reporting year as known at the instant, with what was known then of the child's age and sex, and where it died. */
export async function reviewsKnownAt(
  tx: Db,
  areaId: AreaId,
  year: ReportingYear,
  at: Instant,
): Promise<readonly ReviewFact[]> {
  const rows = await tx`
    select review.case_id, review.reviewed_in_year, review.primary_category, review.modifiability, review.factors,
           death.age_band, death.sex, death.place_of_death
    from reporting.review_facts review
    left join reporting.death_facts death
      on death.area_id = review.area_id and death.case_id = review.case_id
      and death.recorded_from <= ${at} and (death.recorded_to is null or death.recorded_to > ${at})
    where review.area_id = ${areaId} and review.reviewed_in_year = ${year.code}
      and review.recorded_from <= ${at} and (review.recorded_to is null or review.recorded_to > ${at})
      and ${notInError(tx, 'review', areaId, at)}
      and ${notMerged(tx, 'review', areaId, at)}
      and ${notTransferred(tx, 'review', areaId, at)}
  `
  return rows.map((raw) => {
    const { factors, ageBand, sex, placeOfDeath: place, ...row } = ReviewRow.parse(raw)
    const modifiable = factors.filter((factor) => factor.modifiable)
    return ReviewFact.parse({
      ...row,
      areaId,
      modifiableFactorCodes: [...new Set(modifiable.map(({ code }) => countedFactor(code)))],
      ...(ageBand !== null && { ageBand }),
      ...(sex !== null && { sex }),
      ...(place !== null && { placeOfDeath: placeOfDeath(place) }),
    })
  })
}

/** The first reporting year of which the area has a death on record; null before there is one. */
export async function firstYearKnownAt(tx: Db, areaId: AreaId, at: Instant): Promise<string | null> {
  const [row] = await tx<{ first: string | null }[]>`
    select min(died_in_year) as first from reporting.death_facts death
    where area_id = ${areaId} and recorded_from <= ${at} and (recorded_to is null or recorded_to > ${at})
      and ${notInError(tx, 'death', areaId, at)}
      and ${notTransferred(tx, 'death', areaId, at)}
  `
  return row?.first ?? null
}
