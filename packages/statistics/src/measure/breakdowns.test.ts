import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DeathFact } from '../fact/death-fact.ts'
import { ReviewFact } from '../fact/review-fact.ts'
import { runOfMonths, yearsTogether } from '../period/period.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import type { Table } from '../table/table.ts'
import { tabulate } from '../table/tabulate.ts'
import {
  categoriesOfDeath,
  ethnicGroups,
  gestations,
  jointResponses,
  modifiabilities,
  ruralUrban,
  sexes,
  socialCare,
} from './code-lists.ts'
import {
  deathsByCategory,
  deathsByDeprivation,
  deathsByEthnicGroup,
  deathsByJointResponse,
  deathsByMonth,
  deathsByRuralUrban,
  deathsBySex,
} from './death-breakdowns.ts'
import { deathsByAgeAndSex, deathsByPlace, deathsByYear } from './death-measures.ts'
import {
  deathsFromOneByYear,
  infantDeathsByYear,
  neonatalDeathsByYear,
  neonatalDeathsFrom24WeeksByYear,
} from './death-series.ts'
import {
  reviewsByAge,
  reviewsByDeprivation,
  reviewsByEthnicGroup,
  reviewsByExpectedness,
  reviewsByJointResponse,
  reviewsByPlace,
  reviewsBySafeguardingReview,
  reviewsBySex,
  reviewsBySocialCare,
  timeTakenByCategory,
  timeTakenByInquest,
} from './review-breakdowns.ts'
import { modifiableFactorDefinition, reviewsByModifiability } from './review-measures.ts'

const year = reportingYearFrom('2023-24')
const before = reportingYearFrom('2022-23')
const codes = (list: readonly { code: string }[]) => fc.constantFrom(...list.map(({ code }) => code))

const anyDeath = fc
  .record({
    year: fc.constantFrom(year, before),
    month: fc.nat(11),
    ageBand: fc.constantFrom('0-27d', '28-364d', '1-4y', '15-17y'),
    sex: codes(sexes),
    ethnicGroup: codes(ethnicGroups),
    deprivation: fc.constantFrom('IMD2019-1', 'IMD2019-5', 'not-known'),
    ruralUrban: codes(ruralUrban),
    gestation: codes(gestations),
    jointResponse: codes(jointResponses),
    agreedCategory: fc.constantFrom('1', '10', 'not-reviewed'),
  })
  .map(({ year: { code, start }, month, ...said }) =>
    DeathFact.parse({
      ...said,
      caseId: 'case',
      areaId: 'area',
      diedInYear: code,
      diedMonth: new Date(Date.UTC(Number(start.slice(0, 4)), 3 + month, 1)).toISOString().slice(0, 7),
      placeOfDeath: 'hospice',
      expectedness: 'expected',
    }),
  )

const anyReview = fc
  .record({
    primaryCategory: codes(categoriesOfDeath).map(Number),
    modifiability: codes(modifiabilities),
    deprivation: fc.constantFrom('IMD2019-2', 'not-known'),
    socialCare: codes(socialCare),
    ethnicGroup: codes(ethnicGroups),
    safeguardingReview: fc.constantFrom('known-of', 'none-known-of'),
    inquest: fc.constantFrom('waited-for-inquest', 'did-not-wait'),
    took: fc.constantFrom('within-6', 'over-12', 'not-known'),
    known: fc.boolean(),
  })
  .map(({ known, ...said }) =>
    ReviewFact.parse({
      ...said,
      caseId: 'case',
      areaId: 'area',
      reviewedInYear: year.code,
      modifiableFactorCodes: [],
      ...(known && { ageBand: '1-4y', sex: 'male', placeOfDeath: 'hospice' }),
    }),
  )

function margin(table: Table, side: 'row' | 'column'): number[] {
  const other = side === 'row' ? 'column' : 'row'
  return table.cells.filter((cell) => cell[other] === 'total').map(({ count }) => count)
}

describe('tables of deaths', () => {
  test('of one period have one total, whatever they are cut by', () => {
    fc.assert(
      fc.property(fc.array(anyDeath, { maxLength: 40 }), (deaths) => {
        const inYear = deaths.filter(({ diedInYear }) => diedInYear === year.code).length
        for (const measure of [
          deathsBySex(year),
          deathsByEthnicGroup(year),
          deathsByDeprivation(year, 'IMD2019'),
          deathsByRuralUrban(year),
          deathsByCategory(year),
          deathsByJointResponse(year),
          deathsByMonth(year),
          deathsByPlace(year),
        ]) {
          expect(tabulate(deaths, measure).cells.at(-1)?.count, measure.id).toBe(inYear)
        }
        expect(margin(tabulate(deaths, deathsBySex(year)), 'row')).toEqual(
          margin(tabulate(deaths, deathsByAgeAndSex(year)), 'column'),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('two years together count what the two count; a run of months counts its months and no other', () => {
    fc.assert(
      fc.property(fc.array(anyDeath, { maxLength: 40 }), (deaths) => {
        const both = yearsTogether([before, year])
        const of = (period: typeof both | typeof year) => margin(tabulate(deaths, deathsBySex(period)), 'row')
        expect(of(both)).toEqual(of(before).map((count, at) => count + (of(year)[at] ?? 0)))
        expect(of(runOfMonths('2022-04', '2024-03'))).toEqual(of(both))
        const summer = runOfMonths('2023-06', '2023-08')
        expect(of(summer).at(-1)).toBe(
          deaths.filter(({ diedMonth }) => diedMonth !== undefined && summer.months?.includes(diedMonth))
            .length,
        )
      }),
      { numRuns: 50 },
    )
  })

  test('infants and older children add up to all; babies born from 24 weeks on are among all neonates', () => {
    fc.assert(
      fc.property(fc.array(anyDeath, { maxLength: 40 }), (deaths) => {
        const years = [before, year]
        const counts = (measure: ReturnType<typeof deathsByYear>) =>
          tabulate(deaths, measure).cells.map(({ count }) => count)
        const older = counts(deathsFromOneByYear(years))
        expect(counts(infantDeathsByYear(years)).map((count, at) => count + (older[at] ?? 0))).toEqual(
          counts(deathsByYear(years)),
        )
        const all = counts(neonatalDeathsByYear(years))
        counts(neonatalDeathsFrom24WeeksByYear(years)).forEach((count, at) => {
          expect(count).toBeLessThanOrEqual(all[at] ?? 0)
        })
      }),
      { numRuns: 50 },
    )
  })

  test('never count a neighbourhood by another index than the table is of', () => {
    const death = fc.sample(anyDeath, { numRuns: 1, seed: 1 })[0]
    if (death === undefined) throw new Error('one death')
    const byOther = { ...death, diedInYear: year.code, deprivation: 'IMD2025-1' }
    expect(() => tabulate([byOther], deathsByDeprivation(year, 'IMD2019'))).toThrow()
  })
})

describe('tables of reviews', () => {
  test('by modifiability share its totals; each carries what modifiable does not mean', () => {
    fc.assert(
      fc.property(fc.array(anyReview, { maxLength: 40 }), (reviews) => {
        const whole = margin(tabulate(reviews, reviewsByModifiability(year)), 'row')
        for (const measure of [
          reviewsByAge(year),
          reviewsBySex(year),
          reviewsByEthnicGroup(year),
          reviewsByDeprivation(year, 'IMD2019'),
          reviewsBySafeguardingReview(year),
          reviewsBySocialCare(year),
          reviewsByExpectedness(year),
          reviewsByPlace(year),
          reviewsByJointResponse(year),
        ]) {
          expect(margin(tabulate(reviews, measure), 'column'), measure.id).toEqual(whole)
          expect(measure.notes).toContain(modifiableFactorDefinition)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('of time taken agree with each other, and lose no review of which the death is not known', () => {
    fc.assert(
      fc.property(fc.array(anyReview, { maxLength: 40 }), (reviews) => {
        const byCategory = margin(tabulate(reviews, timeTakenByCategory(year)), 'column')
        expect(byCategory).toEqual(margin(tabulate(reviews, timeTakenByInquest(year)), 'column'))
        expect(byCategory.at(-1)).toBe(reviews.length)
      }),
      { numRuns: 50 },
    )
  })
})
