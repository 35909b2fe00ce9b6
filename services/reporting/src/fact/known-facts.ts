import type { Db } from '@cdop/database'
import { AgeBand, type AreaId, Deprivation, type Instant, PlainDate, RuralUrban, Sex } from '@cdop/domain'
import { DeathFact, type ReportingYear, type ReviewFact } from '@cdop/statistics'
import { z } from 'zod'
import { notInError } from './case-in-error-store.ts'
import { notMerged } from './merged-case-store.ts'
import {
  childFlags,
  deprivationFifth,
  ethnicGroup,
  expectedness,
  gestation,
  jointResponse,
  keyWorker,
  placeOfDeath,
  prevailingIndex,
  ruralUrban,
  safeguardingReview,
  socialCare,
} from './statistical-codes.ts'
import { notTransferred } from './transferred-case-store.ts'

/** The facts of an area as they stood at one instant: deaths and reviews, never in one list. */
export type KnownFacts = Readonly<{ deaths: readonly DeathFact[]; reviews: readonly ReviewFact[] }>

/** What a death was told with that tables count in other words. */
export const ToldOfDeath = z.object({
  ethnicCategory: z.string(),
  placeOfDeath: z.string(),
  expectedness: z.string(),
  deprivation: z.array(Deprivation),
  ruralUrban: RuralUrban.nullable(),
  flags: z.array(z.string()).nullable(),
  gestation: z.string().nullable(),
  jarTriggers: z.array(z.string()),
  responseStarted: z.string().nullable(),
  otherReviews: z.array(z.string()).nullable(),
  completeness: z.record(z.string(), z.string()),
})
type ToldOfDeath = z.infer<typeof ToldOfDeath>

const DeathRow = ToldOfDeath.extend({
  caseId: z.string(),
  diedOn: PlainDate,
  diedInYear: z.string(),
  receivedOn: PlainDate,
  ageBand: AgeBand,
  sex: Sex,
  agreedCategory: z.number().nullable(),
  firstReviewedOn: PlainDate.nullable(),
})
export type DeathRow = z.infer<typeof DeathRow>

/** What was told of a death in the codes tables are cut by. */
export function countedAs(told: ToldOfDeath, index: string) {
  const { flags, completeness: items } = told
  return {
    ethnicGroup: ethnicGroup(told.ethnicCategory),
    placeOfDeath: placeOfDeath(told.placeOfDeath),
    expectedness: expectedness(told.expectedness),
    deprivation: deprivationFifth(told.deprivation, index),
    socialCare: socialCare(flags, items),
    jointResponse: jointResponse(told.jarTriggers, told.responseStarted, items),
    safeguardingReview: safeguardingReview(told.otherReviews, false),
  }
}

/** The rows of deaths as known at the instant: of these reporting years, or all. */
export async function deathRowsKnownAt(
  tx: Db,
  areaId: AreaId,
  years: readonly ReportingYear[] | 'all',
  at: Instant,
): Promise<readonly DeathRow[]> {
  const ofYears = years === 'all' ? tx`true` : tx`death.died_in_year = any (${years.map(({ code }) => code)})`
  const rows = await tx`
    select death.case_id, death.died_on, death.died_in_year, death.received_on, death.age_band, death.sex,
      death.ethnic_category, death.place_of_death, death.expectedness, death.deprivation, death.rural_urban,
      death.flags, death.gestation, death.jar_triggers, death.response_started, death.other_reviews,
      death.completeness, review.primary_category as agreed_category, review.first_reviewed_on
    from reporting.death_facts death
    left join reporting.review_facts review
      on review.area_id = death.area_id and review.case_id = death.case_id
      and review.recorded_from <= ${at} and (review.recorded_to is null or review.recorded_to > ${at})
    where death.area_id = ${areaId} and ${ofYears}
      and death.recorded_from <= ${at} and (death.recorded_to is null or death.recorded_to > ${at})
      and ${notInError(tx, 'death', areaId, at)}
      and ${notMerged(tx, 'death', areaId, at)}
      and ${notTransferred(tx, 'death', areaId, at)}
  `
  return rows.map((row) => DeathRow.parse(row))
}

/** Rows of deaths as facts: all by the one index of deprivation that prevails among these of them. */
export function deathFacts(
  areaId: AreaId,
  rows: readonly DeathRow[],
  among: readonly DeathRow[] = rows,
): readonly DeathFact[] {
  const index = prevailingIndex(among.map(({ deprivation }) => deprivation))
  return rows.map((row) =>
    DeathFact.parse({
      ...countedAs(row, index),
      caseId: row.caseId,
      areaId,
      diedInYear: row.diedInYear,
      diedMonth: row.diedOn.slice(0, 7),
      ageBand: row.ageBand,
      sex: row.sex,
      ruralUrban: ruralUrban(row.ruralUrban),
      gestation: gestation(row.gestation, row.completeness),
      flags: childFlags(row.flags),
      keyWorker: keyWorker(row.completeness),
      agreedCategory: row.agreedCategory === null ? 'not-reviewed' : String(row.agreedCategory),
    }),
  )
}

/** Deaths of these reporting years as known at the instant, by the index of deprivation that prevails in those that are counted together. */
export async function deathsKnownAt(
  tx: Db,
  areaId: AreaId,
  years: readonly ReportingYear[],
  at: Instant,
  together: readonly ReportingYear[] = years,
): Promise<readonly DeathFact[]> {
  const rows = await deathRowsKnownAt(tx, areaId, years, at)
  const among = rows.filter(({ diedInYear }) => together.some(({ code }) => code === diedInYear))
  return deathFacts(areaId, rows, among)
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
