import type { Db } from '@cdop/database'
import type { Instant } from '@cdop/domain'
import { AgeBandCode, caseMixOf, type MixedReview, type ReportingYear } from '@cdop/statistics'
import { z } from 'zod'
import { placeOfDeath } from '../fact/statistical-codes.ts'

/** The reviews of all areas together, and how many areas have enough of them to be told from no other. */
export type ReviewsOfAll = Readonly<{ areas: number; reviews: readonly MixedReview[] }>

const Counted = z.object({
  areas: z.coerce.number(),
  primaryCategory: z.number(),
  ageBand: AgeBandCode.nullable(),
  placeOfDeath: z.string().nullable(),
  modifiable: z.boolean(),
  reviews: z.coerce.number().int().positive(),
})

/** What all areas reviewed in these years, as known at the instant: codes and counts, of no area and no case. */
export async function caseMixOfAll(
  tx: Db,
  years: readonly ReportingYear[],
  at: Instant,
  fewestReviews: number,
): Promise<ReviewsOfAll> {
  const rows = await tx`
    select areas, primary_category, age_band, place_of_death, modifiable, reviews
    from reporting.case_mix_of_all(${years.map(({ code }) => code)}, ${at}, ${fewestReviews})
  `
  const counted = rows.map((row) => Counted.parse(row))
  return {
    areas: counted[0]?.areas ?? 0,
    reviews: counted.flatMap(({ primaryCategory, ageBand, placeOfDeath: place, modifiable, reviews }) => {
      const known = { primaryCategory, ...(ageBand !== null && { ageBand }) }
      const mix = caseMixOf(known, place === null ? undefined : placeOfDeath(place))
      return Array.from({ length: reviews }, () => ({ mix, modifiable }))
    }),
  }
}
