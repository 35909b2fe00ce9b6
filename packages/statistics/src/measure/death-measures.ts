import { asPeriod, type Period, seriesLabel } from '../period/period.ts'
import type { ReportingYear } from '../reporting-year/reporting-year.ts'
import { ageBands, placesOfDeath, sexes } from './code-lists.ts'
import { DeathMeasure } from './measure.ts'
import { diedIn } from './within-period.ts'

/** N1: deaths in each of these reporting years, oldest first, with the change from the year before and the rate. */
export function deathsByYear(years: readonly ReportingYear[]): DeathMeasure {
  return DeathMeasure.parse({
    id: 'N1',
    version: 1,
    title: 'Deaths by reporting year',
    population: 'deaths',
    period: periodOf(years),
    filters: [{ field: 'diedInYear', anyOf: years.map(({ code }) => code) }],
    shape: 'series',
    rows: {
      field: 'diedInYear',
      title: 'Reporting year',
      codes: years.map(({ code, label }) => ({ code, label })),
    },
    columns: null,
    statistics: [
      { kind: 'change', label: 'Change on the year before' },
      { kind: 'rate', per: 100_000, label: 'Rate per 100,000 children' },
    ],
    denominator: 'Rates are per 100,000 children aged 0 to 17 where a denominator is given',
    notes: [],
  })
}

/** N2: deaths in a period by age band and sex. Its column totals are N3's rows. */
export function deathsByAgeAndSex(year: ReportingYear | Period): DeathMeasure {
  return DeathMeasure.parse({
    id: 'N2',
    version: 1,
    title: 'Deaths by age and sex',
    population: 'deaths',
    period: asPeriod(year).label,
    filters: [diedIn(year)],
    shape: 'partition',
    rows: { field: 'ageBand', title: 'Age', codes: ageBands },
    columns: { field: 'sex', title: 'Sex', codes: sexes },
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all deaths' }],
    denominator: 'All deaths in the table',
    notes: [],
  })
}

/** N9: deaths in a period by place of death. Its total is that of every other table of the deaths of the period. */
export function deathsByPlace(year: ReportingYear | Period): DeathMeasure {
  return DeathMeasure.parse({
    id: 'N9',
    version: 1,
    title: 'Deaths by place of death',
    population: 'deaths',
    period: asPeriod(year).label,
    filters: [diedIn(year)],
    shape: 'partition',
    rows: { field: 'placeOfDeath', title: 'Place of death', codes: placesOfDeath },
    columns: null,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all deaths' }],
    denominator: 'All deaths in the table',
    notes: [],
  })
}

function periodOf(years: readonly ReportingYear[]): string {
  const first = years.at(0)
  const last = years.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('a series needs at least one year')
  return seriesLabel(first, last)
}
