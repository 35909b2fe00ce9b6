import { countOf, type Percentage, percentage, populationNames } from '@cdop/statistics'
import type { DeathRow } from '../fact/known-facts.ts'

/** The questions of a notification that the tables rest on, in the order of the form. */
const questions = [
  { code: 'nhs-number-known', label: 'Whether the NHS number is known' },
  { code: 'time-of-death', label: 'Time of death' },
  { code: 'gestation-weeks', label: 'Gestation at birth' },
  { code: 'birth-weight-grams', label: 'Weight at birth' },
  { code: 'multiple-birth', label: 'How many babies were born' },
  { code: 'mother-nhs-number', label: 'The mother’s NHS number' },
  { code: 'child-sex', label: 'Sex' },
  { code: 'child-ethnic-category', label: 'Ethnic group' },
  { code: 'child-postcode', label: 'Postcode' },
  { code: 'place-of-death', label: 'Place of death' },
  { code: 'place-of-fatal-event', label: 'Place of the event' },
  { code: 'expectedness', label: 'Whether the death was expected' },
  { code: 'cause-source', label: 'What says the cause' },
  { code: 'coroner-referral', label: 'Whether the coroner has been told' },
  { code: 'inquest', label: 'Whether there will be an inquest' },
  { code: 'jar-triggers', label: 'What calls for a joint agency response' },
  { code: 'response-started', label: 'Whether a joint agency response has begun' },
  { code: 'other-reviews', label: 'Other reviews' },
  { code: 'key-worker', label: 'The family’s key worker' },
  { code: 'flags-at-death', label: 'What applied to the child' },
] as const

const answers = [
  { code: 'answered', label: 'Answered' },
  { code: 'not-known', label: 'Not known' },
  { code: 'blank', label: 'Blank' },
  { code: 'not-asked', label: 'Not asked' },
] as const

const statistic = { kind: 'percentage', of: 'row-total', label: '% of deaths in the row' } as const

type Cell = {
  row: string
  column: string
  count: number
  statistics: { label: string; result: Percentage }[]
}

/**
 * Q1: for each question the tables rest on, in how many deaths it was answered, answered with "not known", left blank or not asked. A
 * question a form of its time did not have was not asked.
 */
export function completenessFigure(deaths: readonly Pick<DeathRow, 'completeness'>[], period: string) {
  const cells = questions.flatMap(({ code: row }): Cell[] => {
    const stood = deaths.map(({ completeness }) => completeness[row] ?? 'not-asked')
    const all = countOf('deaths', deaths.length)
    return [
      ...answers.map(({ code: column }): Cell => {
        const count = stood.filter((one) => one === column).length
        const result = percentage(countOf('deaths', count), all)
        return { row, column, count, statistics: [{ label: statistic.label, result }] }
      }),
      { row, column: 'total', count: deaths.length, statistics: [] },
    ]
  })
  return {
    notForPublication: true as const,
    measure: 'Q1' as const,
    measureVersion: 1,
    title: 'Completeness of notifications',
    period,
    population: 'deaths' as const,
    populationName: populationNames.deaths,
    rows: { title: 'Question', codes: [...questions] },
    columns: { title: 'How it stands', codes: [...answers] },
    statistics: [statistic],
    denominator: 'All deaths in the row',
    notes: [
      'Several questions leave nothing to tick for none, so that a blank can mean none: what calls for a joint agency response, other ' +
        'reviews, what applied to the child.',
    ],
    cells,
  }
}
