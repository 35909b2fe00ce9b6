import type { Db } from '@cdop/database'
import type { AreaId, Clock, Instant } from '@cdop/domain'
import {
  deathsByAgeAndSex,
  deathsByPlace,
  deathsByYear,
  mostFrequentModifiableFactors,
  type Period,
  previousReportingYear,
  type ReportingYear,
  reviewsByCategoryAndModifiability,
  reviewsByModifiability,
  type Table,
  tabulate,
  yearsTogether,
} from '@cdop/statistics'
import { z } from 'zod'
import {
  denominatorsByYear,
  denominatorsOf,
  type LoadedDenominator,
} from '../denominator/denominator-store.ts'
import { deathsKnownAt, firstYearKnownAt, type KnownFacts } from '../fact/known-facts.ts'
import { reviewsKnownAt } from '../fact/known-reviews.ts'
import { factorCodebook } from './factor-codebook.ts'
import { isRunning } from './reporting-year-input.ts'

/**
 * The tables of a release. Each is of deaths (N) or of reviews (R) and takes its base from its own population: a caller
 * names a table, never a base. Those for use inside alone are in `FigureId`.
 */
export const MeasureId = z.enum(['N1', 'N2', 'N9', 'R1', 'R2', 'R3'])
export type MeasureId = z.infer<typeof MeasureId>

/** At most this many years stand side by side. */
const yearsInSeries = 5

/** Everything the tables of one reporting year are made of, as known at one instant. */
export type Ground = Readonly<{
  /** The last of the period. */
  year: ReportingYear
  /** What is counted together: the year, or more. */
  period: Period
  /** The years of N1, oldest first: none from before the area's first death on record, none beside a running year. */
  series: readonly ReportingYear[]
  facts: KnownFacts
  denominators: readonly LoadedDenominator[]
  /** What every table says of its period. */
  notes: readonly string[]
}>

/** Reads what the tables of a reporting year need, once for all of them. */
export async function groundOf(
  tx: Db,
  clock: Clock,
  asked: Readonly<{ areaId: AreaId; year: ReportingYear; at: Instant; period?: Period }>,
): Promise<Ground> {
  const { areaId, year, at, period = yearsTogether([year]) } = asked
  const running = isRunning(year, clock)
  const series = running ? [year] : seriesUpTo(year, await firstYearKnownAt(tx, areaId, at))
  const before = period.years.filter(({ code }) => series.every((one) => one.code !== code))
  const deaths = await deathsKnownAt(tx, areaId, [...before, ...series], at, period.years)
  const reviews = await reviewsKnownAt(tx, areaId, period.years, at)
  // A rate needs a whole year of deaths above a whole year of children.
  const codes = running ? [] : series.map(({ code }) => code)
  return {
    year,
    period,
    series,
    facts: { deaths, reviews },
    denominators: await denominatorsOf(tx, areaId, codes),
    notes: running
      ? [
          `The reporting year runs to ${year.end}: these are figures to date, not to be set beside full years.`,
        ]
      : [],
  }
}

/** The exact table of a measure. */
export function tableOf(id: MeasureId, { period, series, facts, denominators, notes }: Ground): Table {
  const noted = <M extends { notes: string[] }>(measure: M): M => ({
    ...measure,
    notes: [...measure.notes, ...notes],
  })
  switch (id) {
    case 'N1':
      return tabulate(facts.deaths, noted(deathsByYear(series)), denominatorsByYear(denominators))
    case 'N2':
      return tabulate(facts.deaths, noted(deathsByAgeAndSex(period)))
    case 'N9':
      return tabulate(facts.deaths, noted(deathsByPlace(period)))
    case 'R1':
      return tabulate(facts.reviews, noted(reviewsByModifiability(period)))
    case 'R2':
      return tabulate(facts.reviews, noted(reviewsByCategoryAndModifiability(period)))
    case 'R3':
      return tabulate(facts.reviews, noted(mostFrequentModifiableFactors(period, factorCodebook)))
  }
}

function seriesUpTo(year: ReportingYear, first: string | null): readonly ReportingYear[] {
  const series = [year]
  for (;;) {
    const [oldest] = series
    if (oldest === undefined || series.length === yearsInSeries) return series
    const before = previousReportingYear(oldest)
    if (first === null || before.code < first) return series
    series.unshift(before)
  }
}
