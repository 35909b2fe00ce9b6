import type { deathFields } from '../fact/fact.ts'
import { asPeriod, monthLabel, monthsOfYear, type Period } from '../period/period.ts'
import type { ReportingYear } from '../reporting-year/reporting-year.ts'
import {
  ageBands,
  categoriesOfDeath,
  childFlags,
  deprivationFifths,
  ethnicGroups,
  jointResponses,
  ruralUrban,
  sexes,
} from './code-lists.ts'
import { type CodeList, DeathMeasure } from './measure.ts'
import { diedIn } from './within-period.ts'

/** A one-way table of all deaths of a period: its total is that of every other such table. */
function oneWay(
  period: ReportingYear | Period,
  table: Readonly<{
    id: string
    title: string
    rows: Readonly<{ field: (typeof deathFields)[number]; title: string; codes: CodeList }>
    per?: Readonly<{ per: number; label: string; of: string }>
    notes?: readonly string[]
    shape?: 'partition' | 'overlapping'
  }>,
): DeathMeasure {
  const { id, title, rows, per, notes = [], shape = 'partition' } = table
  return DeathMeasure.parse({
    id,
    version: 1,
    title,
    population: 'deaths',
    period: asPeriod(period).label,
    filters: [diedIn(period)],
    shape,
    rows,
    columns: null,
    statistics: [
      { kind: 'percentage', of: 'table-total', label: '% of all deaths' },
      ...(per === undefined ? [] : [{ kind: 'rate', per: per.per, label: per.label }]),
    ],
    denominator:
      per === undefined
        ? 'All deaths in the table'
        : `Percentages are of all deaths in the table; rates are ${per.of}, where a denominator is given`,
    notes,
  })
}

const perChildren = (who: string) => ({
  per: 100_000,
  label: 'Rate per 100,000 children',
  of: `per 100,000 children aged 0 to 17 ${who}`,
})

/** N2b: deaths by age, with the rate of the bands that have a population of their own. Its rows are N2's row totals. */
export function deathsByAge(period: ReportingYear | Period): DeathMeasure {
  return oneWay(period, {
    id: 'N2b',
    title: 'Deaths by age',
    rows: { field: 'ageBand', title: 'Age', codes: ageBands },
    per: { per: 100_000, label: 'Rate per 100,000 children', of: 'per 100,000 children of the age' },
  })
}

/** N3: deaths by sex, with the rate. Its rows are N2's column totals. */
export function deathsBySex(period: ReportingYear | Period): DeathMeasure {
  return oneWay(period, {
    id: 'N3',
    title: 'Deaths by sex',
    rows: { field: 'sex', title: 'Sex', codes: sexes },
    per: perChildren('of the sex'),
  })
}

/** N4: deaths by ethnic group, with the rate. The groups are those of the headings of 2001; national labels drift. */
export function deathsByEthnicGroup(period: ReportingYear | Period): DeathMeasure {
  return oneWay(period, {
    id: 'N4',
    title: 'Deaths by ethnic group',
    rows: { field: 'ethnicGroup', title: 'Ethnic group', codes: ethnicGroups },
    per: perChildren('of the group'),
    notes: [
      'Groups by the headings of 2001, Chinese under Other. The census of 2021 and some national releases group otherwise: ' +
        'groups of one name are not always the same children.',
    ],
  })
}

/** N5: deaths by fifth of deprivation of one index, with the rate. */
export function deathsByDeprivation(period: ReportingYear | Period, index: string): DeathMeasure {
  return oneWay(period, {
    id: 'N5',
    title: `Deaths by deprivation of the neighbourhood (${index})`,
    rows: { field: 'deprivation', title: 'Fifth of all small areas', codes: deprivationFifths(index) },
    per: perChildren('in neighbourhoods of the fifth'),
  })
}

/** N7: deaths by urban and rural neighbourhood, with the rate. */
export function deathsByRuralUrban(period: ReportingYear | Period): DeathMeasure {
  return oneWay(period, {
    id: 'N7',
    title: 'Deaths by urban and rural neighbourhood',
    rows: { field: 'ruralUrban', title: 'Neighbourhood', codes: ruralUrban },
    per: perChildren('in such neighbourhoods'),
  })
}

/** N10: deaths of a period by what a panel agreed so far; the notification asks for the likely cause in words alone. */
export function deathsByCategory(period: ReportingYear | Period): DeathMeasure {
  return oneWay(period, {
    id: 'N10',
    title: 'Deaths by category of death, as far as reviewed',
    rows: {
      field: 'agreedCategory',
      title: 'Primary category of death',
      codes: [...categoriesOfDeath, { code: 'not-reviewed', label: 'Not yet reviewed' }],
    },
    notes: [
      'The likely cause is notified in words, so deaths that no panel has reviewed yet have no group. ' +
        'Which kinds of deaths are reviewed late differs, so the groups are not to be read as shares of all deaths.',
    ],
  })
}

/** N11: in how many deaths each thing the notification asks for applied to the child. */
export function deathsByFlag(period: ReportingYear | Period): DeathMeasure {
  return oneWay(period, {
    id: 'N11',
    title: 'Deaths by what else applied to the child',
    rows: { field: 'flags', title: 'Applied to the child', codes: childFlags },
    shape: 'overlapping',
    notes: [
      'Several may apply to one child, so the counts do not add up to the number of deaths. ' +
        'What was not ticked may not have been known: the completeness table says how often the question was answered.',
    ],
  })
}

/** J1: deaths by whether they called for a joint agency response, and whether it had begun when they were notified. */
export function deathsByJointResponse(period: ReportingYear | Period): DeathMeasure {
  return oneWay(period, {
    id: 'J1',
    title: 'Deaths by joint agency response',
    rows: { field: 'jointResponse', title: 'Joint agency response', codes: jointResponses },
    notes: ['As notified: a response that began after the notification is not in it.'],
  })
}

/** N9b: deaths of a period by month: the months of the last reporting year in it, or of a run of months all of them. */
export function deathsByMonth(period: ReportingYear | Period): DeathMeasure {
  const { months, years, label } = asPeriod(period)
  const all = months ?? years.flatMap(monthsOfYear)
  return oneWay(period, {
    id: 'N9b',
    title: 'Deaths by month',
    rows: {
      field: 'diedMonth',
      title: 'Month',
      codes: all.map((code) => ({ code, label: monthLabel(code) })),
    },
    notes: [`The months of: ${label}`],
  })
}
