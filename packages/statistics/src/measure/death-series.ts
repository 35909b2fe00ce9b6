import type { deathFields } from '../fact/fact.ts'
import { seriesLabel } from '../period/period.ts'
import type { ReportingYear } from '../reporting-year/reporting-year.ts'
import { DeathMeasure } from './measure.ts'

/** Years side by side, of the deaths some filters leave. */
function series(
  table: Readonly<{
    id: string
    title: string
    years: readonly ReportingYear[]
    filters?: readonly Readonly<{ field: (typeof deathFields)[number]; anyOf: readonly string[] }>[]
    per: Readonly<{ per: number; label: string; of: string }>
    notes?: readonly string[]
  }>,
): DeathMeasure {
  const { id, title, years, filters = [], per, notes = [] } = table
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('a series needs at least one year')
  return DeathMeasure.parse({
    id,
    version: 1,
    title,
    population: 'deaths',
    period: seriesLabel(first, last),
    filters: [{ field: 'diedInYear', anyOf: years.map(({ code }) => code) }, ...filters],
    shape: 'series',
    rows: {
      field: 'diedInYear',
      title: 'Reporting year',
      codes: years.map(({ code, label }) => ({ code, label })),
    },
    columns: null,
    statistics: [
      { kind: 'change', label: 'Change on the year before' },
      { kind: 'rate', per: per.per, label: per.label },
    ],
    denominator: `Rates are ${per.of} where a denominator is given`,
    notes,
  })
}

const infants = { field: 'ageBand', anyOf: ['0-27d', '28-364d'] } as const
const neonates = { field: 'ageBand', anyOf: ['0-27d'] } as const
const perLiveBirths = {
  per: 1_000,
  label: 'Rate per 1,000 live births',
  of: 'per 1,000 live births',
}

/** N1b: deaths before the first birthday in each year, per 1,000 live births. With N1c it adds up to N1. */
export function infantDeathsByYear(years: readonly ReportingYear[]): DeathMeasure {
  return series({
    id: 'N1b',
    title: 'Infant deaths by reporting year',
    years,
    filters: [infants],
    per: perLiveBirths,
    notes: ['Infants died before their first birthday.'],
  })
}

/** N1c: deaths from the first birthday on in each year, per 100,000. With N1b it adds up to N1. */
export function deathsFromOneByYear(years: readonly ReportingYear[]): DeathMeasure {
  return series({
    id: 'N1c',
    title: 'Deaths at 1 to 17 years by reporting year',
    years,
    filters: [{ field: 'ageBand', anyOf: ['1-4y', '5-9y', '10-14y', '15-17y'] }],
    per: {
      per: 100_000,
      label: 'Rate per 100,000 children',
      of: 'per 100,000 children aged 1 to 17',
    },
  })
}

/** N8: deaths before 28 days in each year, at any gestation, per 1,000 live births. */
export function neonatalDeathsByYear(years: readonly ReportingYear[]): DeathMeasure {
  return series({
    id: 'N8',
    title: 'Neonatal deaths by reporting year, any gestation',
    years,
    filters: [neonates],
    per: perLiveBirths,
    notes: ['Neonatal: died before 28 days of age.'],
  })
}

/** N8b: the same of babies born at 24 weeks or later; what N8 has more was born earlier or at weeks nobody recorded. */
export function neonatalDeathsFrom24WeeksByYear(years: readonly ReportingYear[]): DeathMeasure {
  return series({
    id: 'N8b',
    title: 'Neonatal deaths by reporting year, born at 24 weeks or later',
    years,
    filters: [neonates, { field: 'gestation', anyOf: ['24-27w', '28-31w', '32-36w', '37w-and-over'] }],
    per: perLiveBirths,
    notes: [
      'Neonatal: died before 28 days of age. Babies whose gestation is not recorded are not counted, so the figure can be too low.',
    ],
  })
}
